package io.sweepforge.search.analysis;

import java.util.BitSet;

/**
 * Where a node of a tree parts its trials.
 *
 * @param threshold what is smaller goes left; NaN when the column is categorical
 * @param categories what goes left; empty when the column is not categorical
 * @param gain by how much the sum of squared errors shrinks
 */
record Split(int column, double threshold, BitSet categories, double gain) {
    boolean isLeft(double value) {
        return Double.isNaN(threshold) ? categories.get((int) value) : value < threshold;
    }
}
