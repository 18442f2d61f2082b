package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.OptimizerSpec;

/** A network that can gather batches by itself, from {@link DeviceExamples}. The bits are those of the same batches from the host. */
public interface GatheringNetwork extends Network {
    /**
     * Sets the order in which training examples are visited.
     *
     * @param order a number of a training example for each of them
     */
    void setOrder(int[] order);

    /**
     * One training step on the examples {@code order[from]} to {@code order[from + batch - 1]}.
     *
     * @return their mean loss before the step
     */
    double train(int from, int batch, OptimizerSpec optimizer, double learningRate);

    /**
     * The outputs of examples that lie one after the other, as of {@link #infer(float[], int, float[])}.
     *
     * @param input element of all inputs where that of the first of them begins
     * @param outputs [batch, outputShape...], overwritten
     */
    void infer(int input, int batch, float[] outputs);
}
