package io.sweepforge.benchmarks.kernels;

import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.OptimizerSpec;
import java.util.List;

/**
 * A training step of a small convolutional network on 28×28 images in batches of 32, with Adam: 3×3 convolution with w
 * filters, ReLU, 2×2 maximum, the same with 2w filters, 10 classes.
 */
record ConvStep(int filters) {
    private static final int BATCH = 32;
    private static final int CLASSES = 10;
    private static final int TAPS = 9;

    String shape() {
        return "conv 3×3 %d, conv 3×3 %d, 28×28, N %d".formatted(filters, 2 * filters, BATCH);
    }

    /** No gradient by the images is needed. */
    double flops() {
        double first = 2.0 * 26 * 26 * TAPS * filters;
        double second = 2.0 * 11 * 11 * TAPS * filters * 2 * filters;
        double dense = 2.0 * 5 * 5 * 2 * filters * CLASSES;
        return BATCH * (2 * first + 3 * second + 3 * dense);
    }

    Runnable prepare() {
        Network network = Backends.named("vector")
                .plan(new NetworkSpec(List.of(1, 28, 28), layers(), Loss.SOFTMAX_CROSS_ENTROPY), BATCH);
        network.initialise(1);
        float[] images = Waves.of(BATCH * 28 * 28);
        int[] labels = new int[BATCH];
        for (int n = 0; n < BATCH; n++) {
            labels[n] = n % CLASSES;
        }
        OptimizerSpec adam = OptimizerSpec.of(OptimizerSpec.Kind.ADAM);
        return () -> network.train(images, labels, BATCH, adam, 1e-3);
    }

    private List<LayerSpec> layers() {
        return List.of(
                new LayerSpec.Conv2d(filters, 3, 1, 0),
                new LayerSpec.Activation(Function.RELU),
                new LayerSpec.MaxPool2d(2, 2),
                new LayerSpec.Conv2d(2 * filters, 3, 1, 0),
                new LayerSpec.Activation(Function.RELU),
                new LayerSpec.MaxPool2d(2, 2),
                new LayerSpec.Flatten(),
                new LayerSpec.Dense(CLASSES));
    }
}
