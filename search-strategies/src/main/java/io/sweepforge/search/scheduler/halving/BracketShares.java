package io.sweepforge.search.scheduler.halving;

/**
 * Spreads trials over Hyperband's brackets. A bracket with s rungs to go through gets n = ⌈(s_max + 1) / (s + 1) · η^s⌉
 * of all trials (algorithm 1 of the paper), so that all brackets cost about the same. The golden section sends successive
 * numbers to all brackets as evenly as can be.
 */
final class BracketShares {
    private static final double GOLDEN_SECTION = 0.6180339887498949;

    /** Share of the trials that are in a bracket or one before it. */
    private final double[] upTo;

    BracketShares(int brackets, int factor) {
        upTo = new double[brackets];
        double sum = 0;
        for (int i = 0; i < brackets; i++) {
            int rungs = brackets - 1 - i;
            sum += Math.ceil(brackets / (rungs + 1.0) * StrictMath.pow(factor, rungs));
            upTo[i] = sum;
        }
        for (int i = 0; i < brackets; i++) {
            upTo[i] /= sum;
        }
    }

    int bracket(int number) {
        double at = number * GOLDEN_SECTION % 1;
        int bracket = 0;
        while (upTo[bracket] <= at) {
            bracket++;
        }
        return bracket;
    }
}
