package io.sweepforge.search.scheduler.halving;

import java.util.Arrays;

/** The losses of all trials that reached one epoch, ascending; NaN is last. */
final class Rung {
    private final int epoch;
    private double[] losses = new double[16];
    private int size;

    Rung(int epoch) {
        this.epoch = epoch;
    }

    int epoch() {
        return epoch;
    }

    int size() {
        return size;
    }

    void add(double loss) {
        int at = better(loss);
        if (size == losses.length) {
            losses = Arrays.copyOf(losses, 2 * size);
        }
        System.arraycopy(losses, at, losses, at + 1, size - at);
        losses[at] = loss;
        size++;
    }

    /** How many losses are smaller than the given one; -0.0 counts as 0.0. */
    int better(double loss) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean smaller = losses[middle] < loss || (Double.isNaN(loss) && !Double.isNaN(losses[middle]));
            low = smaller ? middle + 1 : low;
            high = smaller ? high : middle;
        }
        return low;
    }
}
