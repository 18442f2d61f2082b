package io.sweepforge.search.sampler.sobol;

import io.sweepforge.search.sampler.support.HashedRandom;

/**
 * Sobol' points with Owen's nested scrambling: every prefix of 2^k points has its exact share in each elementary interval,
 * and every point by itself is uniform over seeds. A hash scrambles (Burley, "Practical Hash-based Owen Scrambling", JCGT
 * 9, 2020, with the constants of Vegdahl, "Building a Better LK Hash", 2021), so that any point can be had without those
 * before it.
 *
 * <p>There are direction numbers for {@value #EXACT_DIMENSIONS} dimensions; coordinates beyond are independent random
 * numbers.
 */
public final class SobolSequence {
    public static final int EXACT_DIMENSIONS = 101;

    private static final double UNIT = 0x1.0p-32;
    private static final long PURPOSE = 0x50B01;

    private final long seed;
    private final int[][] directions;
    private final int[] scrambles;
    private final int dimensions;

    /** @param dimensions at least 1 */
    public SobolSequence(int dimensions, long seed) {
        if (dimensions < 1) {
            throw new IllegalArgumentException("dimensions: must be at least 1, was " + dimensions);
        }
        this.dimensions = dimensions;
        this.seed = seed;
        this.directions = new int[Math.min(dimensions, EXACT_DIMENSIONS)][];
        this.scrambles = new int[directions.length];
        HashedRandom random = new HashedRandom(seed, 0, PURPOSE);
        for (int d = 0; d < directions.length; d++) {
            directions[d] = DirectionNumbers.of(d);
            scrambles[d] = (int) random.bits();
        }
    }

    /**
     * One point of (0, 1)^dimensions.
     *
     * @param index from 0
     */
    public double[] point(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index: must be at least 0, was " + index);
        }
        double[] point = new double[dimensions];
        for (int d = 0; d < directions.length; d++) {
            int scrambled = scramble(coordinate(directions[d], index), scrambles[d]);
            point[d] = (Integer.toUnsignedLong(scrambled) + 0.5) * UNIT;
        }
        HashedRandom random = new HashedRandom(seed, index, PURPOSE + 1);
        for (int d = directions.length; d < dimensions; d++) {
            point[d] = random.unit();
        }
        return point;
    }

    private static int coordinate(int[] directions, int index) {
        int coordinate = 0;
        for (int left = index; left != 0; left &= left - 1) {
            coordinate ^= directions[Integer.numberOfTrailingZeros(left)];
        }
        return coordinate;
    }

    /** Each bit is flipped or not by a hash of the bits above it (of those below it, in reversed order). */
    private static int scramble(int coordinate, int hash) {
        int bits = Integer.reverse(coordinate);
        bits ^= bits * 0x3d20adea;
        bits += hash;
        bits *= (hash >>> 16) | 1;
        bits ^= bits * 0x05526c56;
        bits ^= bits * 0x53a22864;
        return Integer.reverse(bits);
    }
}
