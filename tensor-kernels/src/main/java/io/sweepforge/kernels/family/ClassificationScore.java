package io.sweepforge.kernels.family;

/** Accuracy and mean cross-entropy over classified rows, in double precision. */
final class ClassificationScore {
    private int rows;
    private int correct;
    private double lossSum;

    /** Adds a row with logits {@code [offset, offset + classes)}. Of equal logits the first class is the answer. */
    void add(float[] logits, int offset, int classes, int label) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = logits[offset + c] > logits[offset + best] ? c : best;
        }
        double largest = logits[offset + best];
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += StrictMath.exp(logits[offset + c] - largest);
        }
        lossSum += largest + StrictMath.log(sum) - logits[offset + label];
        correct += best == label ? 1 : 0;
        rows++;
    }

    double accuracy() {
        return (double) correct / rows;
    }

    double loss() {
        return lossSum / rows;
    }
}
