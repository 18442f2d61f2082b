package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;

/** Checks what callers give a network; every message names the field, its value and what would be right. */
public final class StepArguments {
    private final Loss loss;
    private final int maxBatch;
    private final int inputSize;
    private final int outputSize;

    /** @throws IllegalArgumentException when {@code maxBatch} is below 1 */
    public StepArguments(NetworkSpec spec, int maxBatch) {
        if (maxBatch < 1) {
            throw new IllegalArgumentException("maxBatch must be at least 1, was " + maxBatch);
        }
        this.loss = spec.loss();
        this.maxBatch = maxBatch;
        this.inputSize = spec.inputSize();
        this.outputSize = spec.outputSize();
    }

    public void requireClasses(int[] labels, int batch) {
        requireLoss(Loss.SOFTMAX_CROSS_ENTROPY);
        requireLength("labels", labels.length, batch);
        for (int n = 0; n < batch; n++) {
            if (labels[n] < 0 || labels[n] >= outputSize) {
                throw new IllegalArgumentException(
                        "labels[" + n + "] must be from 0 to " + (outputSize - 1) + ", was " + labels[n]);
            }
        }
    }

    public void requireTargets(float[] targets, int batch) {
        requireLoss(Loss.MEAN_SQUARED_ERROR);
        requireLength("targets", targets.length, batch * outputSize);
    }

    public void requireOutputs(float[] outputs, int batch) {
        requireLength("outputs", outputs.length, batch * outputSize);
    }

    public void requireInputs(float[] inputs, int batch) {
        requireBatch(batch);
        requireLength("inputs", inputs.length, batch * inputSize);
    }

    public void requireBatch(int batch) {
        if (batch < 1 || batch > maxBatch) {
            throw new IllegalArgumentException("batch must be from 1 to " + maxBatch + ", was " + batch);
        }
    }

    public static void requireWeights(double[] weights, int count) {
        requireLength("weights", weights.length, count);
    }

    /** Before anything of a saved network is read. */
    public static void requireSaved(int remaining, int needed) {
        if (remaining < needed) {
            throw new IllegalArgumentException(
                    "saved network must have at least " + needed + " bytes, had " + remaining);
        }
    }

    private void requireLoss(Loss expected) {
        if (loss != expected) {
            throw new IllegalArgumentException("loss must be " + expected + " for this kind of target, was " + loss);
        }
    }

    private static void requireLength(String field, int length, int needed) {
        if (length < needed) {
            throw new IllegalArgumentException(field + " must have at least " + needed + " elements, had " + length);
        }
    }
}
