package io.sweepforge.kernels.nn.vector;

/**
 * Between sequences as the network keeps them, [N, T, width], and rows as a direction computes them, step by step, [T, N],
 * from its first step on; for the backward direction that is the last in time.
 */
record TimeMajor(int steps, boolean backwards) {
    /** Row of a sequence [N, T] that step {@code s} of example {@code n} is. */
    int row(int s, int n) {
        return n * steps + (backwards ? steps - 1 - s : s);
    }

    /** Copies every x[n, time, :], of {@code width}, to row (s, n) of {@code to}; rows are {@code stride} apart from {@code ti}. */
    void gather(float[] x, int width, float[] to, int ti, int stride, int batch) {
        for (int s = 0; s < steps; s++) {
            for (int n = 0; n < batch; n++) {
                System.arraycopy(x, row(s, n) * width, to, ti + (s * batch + n) * stride, width);
            }
        }
    }

    /** dx[n, time, :] += the row n of step {@code s}; rows of {@code from} are {@code stride} apart from {@code fi}. */
    void addBack(int s, float[] from, int fi, int stride, float[] dx, int width, int batch) {
        for (int n = 0; n < batch; n++) {
            add(from, fi + n * stride, dx, row(s, n) * width, width);
        }
    }

    static void add(float[] from, int fi, float[] to, int ti, int length) {
        for (int i = 0; i < length; i++) {
            to[ti + i] += from[fi + i];
        }
    }
}
