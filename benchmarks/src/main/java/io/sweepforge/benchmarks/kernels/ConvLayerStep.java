package io.sweepforge.benchmarks.kernels;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.engine.Layer;
import io.sweepforge.kernels.nn.vector.VectorEngine;
import java.util.List;

/** One 3×3 convolution from 32 to 64 channels on 28×28 images in batches of 64: forward and both backwards. */
final class ConvLayerStep implements Runnable {
    static final String SHAPE = "conv 3×3 32→64, 28×28, N 64, no optimizer";
    static final double FLOPS = 3 * 2.0 * 64 * 28 * 28 * 64 * 32 * 9;
    private static final int BATCH = 64;

    private final Layer<float[]> layer;
    private final float[] weights;
    private final float[] gradients;
    private final float[] x;
    private final float[] dx;
    private final float[] y;
    private final float[] dy;

    ConvLayerStep() {
        Stage stage = new NetworkSpec(
                        List.of(32, 28, 28), List.of(new LayerSpec.Conv2d(64, 3, 1, 1)), Loss.MEAN_SQUARED_ERROR)
                .stages()
                .get(0);
        layer = new VectorEngine().layer(List.of(stage), BATCH);
        weights = Waves.of(stage.parameterCount());
        gradients = new float[stage.parameterCount()];
        x = Waves.of(BATCH * stage.inputSize());
        dx = new float[x.length];
        y = new float[BATCH * stage.outputSize()];
        dy = Waves.of(y.length);
    }

    @Override
    public void run() {
        layer.forward(weights, x, y, BATCH);
        layer.backward(weights, x, y, dy, BATCH, gradients, dx);
    }
}
