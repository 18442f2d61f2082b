package io.sweepforge.kernels.nn;

import java.util.List;

/** How many bytes a single-precision network occupies. */
final class MemoryEstimate {
    /** Weights, gradients and two values of optimizer state. */
    private static final int COPIES_OF_PARAMETERS = 4;
    /** Largest padding of a row or an array, in elements: one vector register of 512 bits. */
    private static final int PADDING = 16;
    /** Scratch of the matrix product: a strip of 256 rows and a block of 4. */
    private static final int PRODUCT = 260 * PADDING;

    private MemoryEstimate() {}

    static long bytes(List<Stage> stages, int maxBatch) {
        long elements = PRODUCT + 2L * maxBatch * stages.get(0).inputSize();
        for (Stage stage : stages) {
            elements += (long) COPIES_OF_PARAMETERS * stage.parameterCount()
                    + 2L * maxBatch * stage.outputSize()
                    + workspace(stage, maxBatch)
                    + 8 * PADDING;
        }
        return elements * Float.BYTES;
    }

    private static long workspace(Stage stage, int maxBatch) {
        LayerSpec layer = stage.layer();
        if (layer instanceof LayerSpec.Lstm lstm) {
            return lstm.directions() * lstm(stage, padded(lstm.hidden()), maxBatch);
        } else if (layer instanceof LayerSpec.Conv2d conv) {
            return conv(stage, conv);
        } else if (layer instanceof LayerSpec.Dense) {
            return stage.parameterCount();
        } else if (layer instanceof LayerSpec.MaxPool2d || layer instanceof LayerSpec.Dropout) {
            return (long) maxBatch * stage.outputSize();
        }
        return 0;
    }

    /** Per step and row: input, its gradient, four gates, cell, its tanh, output; and the weights packed three times. */
    private static long lstm(Stage stage, long h, int maxBatch) {
        long inputs = stage.input().get(1);
        return (long) maxBatch * stage.input().get(0) * (2 * inputs + 7 * h)
                + 3 * 4 * h * (inputs + h + 1)
                + 4L * maxBatch * h;
    }

    /** One image's padded input, its patches and their positions, each with its gradient, and its output transposed. */
    private static long conv(Stage stage, LayerSpec.Conv2d conv) {
        List<Integer> in = stage.input();
        long pad = 2L * conv.padding();
        long pixels = (long) stage.output().get(1) * stage.output().get(2);
        long patch = (long) in.get(0) * conv.kernel() * conv.kernel();
        return 2 * in.get(0) * (in.get(1) + pad) * (in.get(2) + pad) + 4 * patch * pixels + stage.outputSize();
    }

    private static long padded(int elements) {
        return (elements + PADDING - 1L) / PADDING * PADDING;
    }
}
