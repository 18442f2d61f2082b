package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.Arrays;

/**
 * How likely each value of each categorical parameter is, with a margin (CatCMA, Hamano et al., GECCO 2024, arXiv
 * 2405.09962). Immutable.
 */
final class Categories {
    /** How much of the way to the values of one generation's best its weights go. */
    private static final double RATE = 0.2;

    private final double[][] shares;

    private Categories(double[][] shares) {
        this.shares = shares;
    }

    /** All equally likely. */
    static Categories even(int[] sizes) {
        double[][] shares = new double[sizes.length][];
        for (int c = 0; c < sizes.length; c++) {
            shares[c] = new double[sizes[c]];
            Arrays.fill(shares[c], 1.0 / sizes[c]);
        }
        return new Categories(shares);
    }

    double share(int c, int value) {
        return shares[c][value];
    }

    int draw(int c, HashedRandom random) {
        double left = random.unit();
        int value = 0;
        while (value < shares[c].length - 1 && left >= shares[c][value]) {
            left -= shares[c][value++];
        }
        return value;
    }

    /**
     * Moves towards the values of the best.
     *
     * @param members [members][categorical parameters], the best first; NaN where a parameter was not active
     * @param weights of the members; what is not positive is not looked at
     * @param population of which one member at least should have another value than the likeliest
     */
    Categories moved(double[][] members, double[] weights, int population) {
        double[][] moved = new double[shares.length][];
        for (int c = 0; c < moved.length; c++) {
            moved[c] = shares[c].clone();
            for (int i = 0; i < members.length; i++) {
                if (weights[i] > 0 && members[i][c] >= 0) {
                    add(moved[c], shares[c], (int) members[i][c], RATE * weights[i]);
                }
            }
            keepMargin(moved[c], 1.0 / population);
        }
        return new Categories(moved);
    }

    private static void add(double[] moved, double[] before, int value, double step) {
        for (int k = 0; k < moved.length; k++) {
            moved[k] += step * ((k == value ? 1 : 0) - before[k]);
        }
    }

    private static void keepMargin(double[] shares, double margin) {
        double least = shares.length == 1 ? 0 : margin / (shares.length - 1);
        double above = 0;
        double lacking = 0;
        for (double share : shares) {
            above += Math.max(0, share - least);
            lacking += Math.max(0, least - share);
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.max(least, shares[k]) - lacking * Math.max(0, shares[k] - least) / above;
        }
    }
}
