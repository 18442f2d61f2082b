package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;
import io.sweepforge.kernels.nn.engine.Layer;
import org.jspecify.annotations.Nullable;

/** ReLU or tanh; the gradient of ReLU at 0 is 0. */
final class VectorActivation implements Layer<float[]> {
    private final Function function;
    private final int size;

    VectorActivation(Function function, int size) {
        this.function = function;
        this.size = size;
    }

    @Override
    public void forward(float[] weights, float[] x, float[] y, int batch) {
        if (function == Function.RELU) {
            Elementwise.relu(x, y, batch * size);
        } else {
            Sigmoid.tanh(x, 0, y, 0, batch * size);
        }
    }

    @Override
    public void backward(
            float[] weights, float[] x, float[] y, float[] dy, int batch, float[] gradients, float @Nullable [] dx) {
        if (dx == null) {
            return;
        }
        if (function == Function.RELU) {
            Elementwise.reluGradient(y, dy, dx, batch * size);
        } else {
            Elementwise.tanhGradient(y, dy, dx, batch * size);
        }
    }
}
