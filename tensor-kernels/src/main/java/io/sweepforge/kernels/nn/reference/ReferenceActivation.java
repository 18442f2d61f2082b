package io.sweepforge.kernels.nn.reference;

import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;
import io.sweepforge.kernels.nn.engine.Layer;
import org.jspecify.annotations.Nullable;

/** y = max(0, x) or tanh x; the gradient of ReLU at 0 is 0. */
final class ReferenceActivation implements Layer<double[]> {
    private final Function function;
    private final int size;

    ReferenceActivation(Function function, int size) {
        this.function = function;
        this.size = size;
    }

    @Override
    public void forward(double[] weights, double[] x, double[] y, int batch) {
        for (int i = 0; i < batch * size; i++) {
            y[i] = function == Function.RELU ? Math.max(0, x[i]) : StrictMath.tanh(x[i]);
        }
    }

    @Override
    public void backward(
            double[] weights,
            double[] x,
            double[] y,
            double[] dy,
            int batch,
            double[] gradients,
            double @Nullable [] dx) {
        if (dx == null) {
            return;
        }
        for (int i = 0; i < batch * size; i++) {
            double slope = function == Function.RELU ? (y[i] > 0 ? 1 : 0) : 1 - y[i] * y[i];
            dx[i] = dy[i] * slope;
        }
    }
}
