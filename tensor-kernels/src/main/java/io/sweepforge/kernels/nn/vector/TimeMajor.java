package io.sweepforge.kernels.nn.vector;

/**
 * Between sequences as the network keeps them, [N, T, width], and as a direction computes them, step by step, [T, N,
 * columns] from its first step on; for the backward direction that is the last in time.
 */
record TimeMajor(int steps, boolean backwards) {
    /** Position in time of step {@code s}. */
    private int time(int s) {
        return backwards ? steps - 1 - s : s;
    }

    /** to[s, n, :] = x[n, time, :], rows of {@code width}. */
    void gather(float[] x, int width, float[] to, int batch) {
        for (int s = 0; s < steps; s++) {
            for (int n = 0; n < batch; n++) {
                System.arraycopy(x, (n * steps + time(s)) * width, to, (s * batch + n) * width, width);
            }
        }
    }

    /** dx[n, time, :] += from[s, n, :], rows of {@code width}. */
    void addBack(float[] from, int width, float[] dx, int batch) {
        for (int s = 0; s < steps; s++) {
            for (int n = 0; n < batch; n++) {
                add(from, (s * batch + n) * width, dx, (n * steps + time(s)) * width, width);
            }
        }
    }

    /** Row of a sequence [N, T] that step {@code s} of example {@code n} is. */
    int row(int s, int n) {
        return n * steps + time(s);
    }

    static void add(float[] from, int fi, float[] to, int ti, int length) {
        for (int i = 0; i < length; i++) {
            to[ti + i] += from[fi + i];
        }
    }
}
