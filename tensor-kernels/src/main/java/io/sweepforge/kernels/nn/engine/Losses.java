package io.sweepforge.kernels.nn.engine;

/** The losses and their gradients by the network's outputs, computed in double precision. */
final class Losses {
    private Losses() {}

    /**
     * Softmax cross-entropy.
     *
     * @param logits [batch, classes], read
     * @param delta [batch, classes], overwritten
     * @return mean over the batch
     */
    static <A> double softmaxCrossEntropy(Storage<A> storage, A logits, int[] labels, int batch, int classes, A delta) {
        double total = 0;
        for (int n = 0; n < batch; n++) {
            int row = n * classes;
            double max = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                max = Math.max(max, storage.get(logits, row + k));
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += StrictMath.exp(storage.get(logits, row + k) - max);
            }
            total += StrictMath.log(sum) + max - storage.get(logits, row + labels[n]);
            for (int k = 0; k < classes; k++) {
                double probability = StrictMath.exp(storage.get(logits, row + k) - max) / sum;
                storage.set(delta, row + k, (probability - (k == labels[n] ? 1 : 0)) / batch);
            }
        }
        return total / batch;
    }

    /**
     * Mean squared error.
     *
     * @param outputs [count], read
     * @param delta [count], overwritten
     * @return mean over all elements
     */
    static <A> double meanSquaredError(Storage<A> storage, A outputs, float[] targets, int count, A delta) {
        double total = 0;
        for (int i = 0; i < count; i++) {
            double difference = storage.get(outputs, i) - targets[i];
            total += difference * difference;
            storage.set(delta, i, 2 * difference / count);
        }
        return total / count;
    }
}
