package io.sweepforge.kernels.nn;

import io.sweepforge.kernels.nn.engine.ConvUnit;
import java.util.List;

/** How many bytes a single-precision network occupies. */
final class MemoryEstimate {
    /** Weights, gradients and two values of optimizer state. */
    private static final int COPIES_OF_PARAMETERS = 4;
    /** Largest padding of a row or an array, in elements: one vector register of 512 bits. */
    private static final int PADDING = 16;
    /**
     * Scratch of the matrix product: 4 rows of A and 4 panels of B, two registers wide each, for a depth of 128; and a block of C,
     * 4 rows of two registers.
     */
    private static final int PRODUCT = 128 * (4 + 4 * 2 * PADDING) + 4 * 2 * PADDING;

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

    /**
     * Per step and row: [output, input, 1], four gates, cell and its tanh; the weights packed four times; and one more step's
     * rows and cells, each with its gradient.
     */
    private static long lstm(Stage stage, long h, int maxBatch) {
        int features = (int) h + stage.input().get(1) + 1;
        return (long) maxBatch * stage.input().get(0) * (features + 6 * h)
                + 4 * h * (3 * (features + 1L) + padded(features))
                + 2L * maxBatch * (features + h);
    }

    private static long padded(int elements) {
        return (elements + PADDING - 1L) / PADDING * PADDING;
    }
}
