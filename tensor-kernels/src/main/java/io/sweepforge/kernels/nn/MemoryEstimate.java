package io.sweepforge.kernels.nn;

import io.sweepforge.kernels.nn.engine.ConvUnit;
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
        for (List<Stage> run : ConvUnit.runs(stages)) {
            elements += (long) COPIES_OF_PARAMETERS
                            * run.stream().mapToLong(Stage::parameterCount).sum()
                    + 2L * maxBatch * kept(run.get(run.size() - 1))
                    + workspace(run, maxBatch)
                    + 8 * PADDING;
        }
        return elements * Float.BYTES;
    }

    /** Elements of an example between a run of stages and the next; flattening moves nothing. */
    private static int kept(Stage last) {
        return last.layer() instanceof LayerSpec.Flatten ? 0 : last.outputSize();
    }

    private static long workspace(List<Stage> run, int maxBatch) {
        Stage stage = run.get(0);
        LayerSpec layer = stage.layer();
        if (layer instanceof LayerSpec.Lstm lstm) {
            return lstm.directions() * lstm(stage, padded(lstm.hidden()), maxBatch);
        } else if (layer instanceof LayerSpec.Conv2d) {
            return ConvMemory.elements(ConvUnit.of(run), maxBatch);
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

    private static long padded(int elements) {
        return (elements + PADDING - 1L) / PADDING * PADDING;
    }
}
