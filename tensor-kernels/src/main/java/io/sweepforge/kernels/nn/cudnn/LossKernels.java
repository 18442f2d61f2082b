package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.cudnn.MemoryPlan.Place;

/**
 * The losses and their gradients by the network's outputs. The log-softmax is cuDNN's; the sums are of double precision
 * and in a fixed order, by {@code losses.cu}.
 */
final class LossKernels {
    private final Dnn dnn;
    private final Launcher launcher;
    private final Loss loss;
    private final int outputs;
    private final Place logProbabilities;
    private final Place logGradients;
    private final Place value;

    LossKernels(NetworkSpec spec, Site site) {
        this.dnn = site.dnn();
        this.launcher = site.launcher();
        this.loss = spec.loss();
        this.outputs = spec.outputSize();
        int kept = loss == Loss.SOFTMAX_CROSS_ENTROPY ? site.batched(outputs) : 0;
        this.logProbabilities = site.memory().reserveFloats(kept);
        this.logGradients = site.memory().reserveFloats(kept);
        this.value = site.memory().reserve(Double.BYTES);
    }

    /** Where the mean loss of the batch comes to lie, in double precision. */
    long value() {
        return value.address();
    }

    /**
     * @param y [batch, outputs...]
     * @param expected labels [batch] as integers, or targets of y's shape
     * @param dy [batch, outputs...], overwritten
     */
    void compute(int batch, long y, long expected, long dy) {
        if (loss == Loss.SOFTMAX_CROSS_ENTROPY) {
            dnn.logSoftmax(batch, outputs, y, logProbabilities.address());
            launch("cross_entropy", logProbabilities.address(), expected, logGradients.address(), batch);
            dnn.logSoftmaxBackward(batch, outputs, logProbabilities.address(), logGradients.address(), dy);
        } else {
            launch("squared_error", y, expected, dy, batch);
        }
    }

    private void launch(String function, long values, long expected, long gradients, int batch) {
        Arguments arguments = new Arguments()
                .wide(values)
                .wide(expected)
                .wide(gradients)
                .wide(value())
                .integer(batch)
                .integer(outputs);
        launcher.blocks("losses", function, 1, arguments);
    }
}
