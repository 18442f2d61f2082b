package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.cudnn.MemoryPlan.Place;

/** Gathers batches from examples on the device, by {@code gathers.cu}. */
final class Gathers {
    private static final long NO_ORDER = 0;

    private final DeviceExamples examples;
    private final Launcher launcher;
    private final Place settings;
    private final Place order;
    private final int inputSize;
    private final boolean labelled;
    private final int outputSize;

    /** @param settings of the step, on the device: where its batch begins */
    Gathers(DeviceExamples examples, NetworkSpec spec, Place settings, Site site) {
        this.examples = examples;
        this.launcher = site.launcher();
        this.settings = settings;
        this.order = site.memory().reserve((long) examples.trained() * Integer.BYTES);
        this.inputSize = spec.inputSize();
        this.labelled = spec.loss() == Loss.SOFTMAX_CROSS_ENTROPY;
        this.outputSize = spec.outputSize();
    }

    /** Where the order of the training examples belongs, as integers. */
    long order() {
        return order.address();
    }

    void requireOrder(int[] order) {
        if (order.length != examples.trained()) {
            throw new IllegalArgumentException(
                    "order must have " + examples.trained() + " elements, had " + order.length);
        }
    }

    void requireOrdered(int from, int batch) {
        if (from < 0 || from > examples.trained() - batch) {
            throw new IllegalArgumentException("from must be from 0 to " + (examples.trained() - batch)
                    + " for a batch of " + batch + ", was " + from);
        }
    }

    /**
     * The next batch in the order.
     *
     * @param x inputs [batch, inputs...], overwritten
     * @param expected labels [batch] as integers, or targets [batch, outputs...], overwritten
     */
    void ordered(int batch, long x, long expected) {
        long first = examples.inputs() + (long) examples.firstInput() * Float.BYTES;
        launch("gather_ordered", first, order(), x, batch, inputSize, examples.inputStride());
        long firstExpected = examples.expected() + (long) examples.firstExpected() * Float.BYTES;
        int size = labelled ? 1 : outputSize;
        String function = examples.relative() ? "gather_changes" : "gather_ordered";
        launch(function, firstExpected, order(), expected, batch, size, examples.targetStride());
    }

    /** Inputs of examples that lie one after the other. */
    void following(int batch, long x) {
        launch("gather_following", examples.inputs(), NO_ORDER, x, batch, inputSize, examples.inputStride());
    }

    private void launch(String function, long from, long sequence, long to, int batch, int size, int stride) {
        int count = Math.multiplyExact(batch, size);
        Arguments arguments = new Arguments()
                .wide(from)
                .wide(sequence)
                .wide(settings.address())
                .wide(to)
                .integer(count)
                .integer(size)
                .integer(stride);
        launcher.each("gathers", function, count, arguments);
    }
}
