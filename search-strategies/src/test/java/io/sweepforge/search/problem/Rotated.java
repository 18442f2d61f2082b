package io.sweepforge.search.problem;

/** Functions along axes that are those of the space mirrored at the plane across (1, 2, 3, …), a Householder reflection. */
final class Rotated {
    private Rotated() {}

    /** The sum of weighted squares of the distance from the best point along each mirrored axis. */
    static double quadratic(double[] x, double[] best, double[] weights) {
        double along = 0;
        double length = 0;
        for (int i = 0; i < x.length; i++) {
            along += (i + 1) * (x[i] - best[i]);
            length += (i + 1) * (i + 1);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double mirrored = x[i] - best[i] - 2 * (i + 1) * along / length;
            sum += weights[i] * mirrored * mirrored;
        }
        return sum;
    }
}
