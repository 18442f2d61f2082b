package io.sweepforge.kernels.nn.cudnn;

/**
 * What the layers of one network are built from.
 *
 * @param scope takes what a layer has to close
 * @param maxBatch largest batch the network will see
 */
record Site(Dnn dnn, Launcher launcher, MemoryPlan memory, ParameterSpace parameters, Scope scope, int maxBatch) {
    /** Elements of the largest batch of examples of {@code size} elements; a batch must fit an array. */
    int batched(int size) {
        return Math.multiplyExact(maxBatch, size);
    }
}
