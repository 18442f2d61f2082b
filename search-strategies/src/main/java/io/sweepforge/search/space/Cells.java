package io.sweepforge.search.space;

/** A unit interval cut into equal cells, one per value of a finite domain. */
final class Cells {
    private Cells() {}

    static long index(double unit, long count) {
        return Math.min(count - 1, Math.max(0, (long) Math.floor(unit * count)));
    }

    static double middle(long index, long count) {
        return (index + 0.5) / count;
    }
}
