package io.sweepforge.search.pareto;

import java.util.List;

/**
 * Comparison of points by several losses, one per objective, smaller is better. NaN is worse than every number,
 * positive infinity included, and as good as NaN. Points that are compared with each other must have equally many losses.
 */
public final class Pareto {
    private Pareto() {}

    /** Whether a is nowhere worse than b and somewhere better. */
    public static boolean dominates(double[] a, double[] b) {
        return Losses.dominates(a, b);
    }

    /**
     * Non-dominated sorting: front 0 holds what nothing dominates, front k what only points of fronts before it dominate.
     * O(n log n) for one and two objectives, at worst quadratic for more.
     *
     * @return the number of each point's front
     * @throws IllegalArgumentException when the points differ in their number of losses
     */
    public static int[] ranks(List<double[]> losses) {
        Losses.requireSameLength(losses);
        return NonDominatedSort.ranks(losses);
    }

    /**
     * Front 0 alone, faster than {@link #ranks}: O(n log n) for at most three objectives, for more linear in the points
     * times the size of the front.
     *
     * @return the indices of the points that nothing dominates, ascending; equal points are all in it
     * @throws IllegalArgumentException when the points differ in their number of losses
     */
    public static int[] front(List<double[]> losses) {
        Losses.requireSameLength(losses);
        return Front.of(losses);
    }

    /**
     * Crowding distance (Deb et al., A fast and elitist multiobjective genetic algorithm, 2002, section III.B): how far
     * apart each point's neighbours are, summed over the objectives as shares of their ranges.
     *
     * @return infinite for the points at an objective's ends, otherwise at least 0
     * @throws IllegalArgumentException when the points differ in their number of losses
     */
    public static double[] crowding(List<double[]> front) {
        Losses.requireSameLength(front);
        return Crowding.distances(front);
    }

    /**
     * The exact volume between the points and the reference: everything that at least one point dominates and that
     * dominates the reference. A point that is not better than the reference in every objective adds nothing.
     *
     * @param reference the worst losses that still count, finite, as many as each point has
     * @throws IllegalArgumentException when a number of losses differs, or the reference is not finite
     */
    public static double hypervolume(List<double[]> losses, double[] reference) {
        Losses.requireReference(losses, reference);
        return Hypervolume.of(losses, reference);
    }
}
