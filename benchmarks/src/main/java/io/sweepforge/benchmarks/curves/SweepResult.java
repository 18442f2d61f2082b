package io.sweepforge.benchmarks.curves;

import java.util.List;

/**
 * What a sweep came to.
 *
 * @param epochs that all its trials trained
 * @param best the smallest loss that any trial reported
 * @param improvements in order
 */
record SweepResult(int epochs, int trials, double best, List<Improvement> improvements) {
    /** Epochs until some trial reported at most this loss, infinite when none did. */
    double epochsTo(double loss) {
        return improvements.stream()
                .filter(improvement -> improvement.loss() <= loss)
                .mapToDouble(Improvement::epochs)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
