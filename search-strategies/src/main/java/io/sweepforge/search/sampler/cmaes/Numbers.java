package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.support.Coordinates;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.IntDomain;
import io.sweepforge.search.space.Scale;

/** The numeric parameters of a space: which coordinates they are, and the cells of those with finitely many values. */
final class Numbers {
    private static final int TRIES = 10;

    private final Coordinates coordinates;
    private final int[] positions;

    Numbers(Coordinates coordinates, int[] positions) {
        this.coordinates = coordinates;
        this.positions = positions;
    }

    int count() {
        return positions.length;
    }

    int position(int d) {
        return positions[d];
    }

    boolean isDiscrete(int d) {
        return coordinates.values(positions[d]) > 0;
    }

    /** The ends of the cell of [0, 1] that a coordinate of a discrete parameter lies in. */
    double[] cell(int d, double coordinate) {
        if (coordinates.parameter(positions[d]).domain() instanceof IntDomain integers
                && integers.scale() == Scale.LOG) {
            long value = (Long) integers.fromUnit(coordinate);
            return new double[] {logEdge(integers, value - 0.5), logEdge(integers, value + 0.5)};
        }
        long count = coordinates.values(positions[d]);
        double index = Math.min(count - 1, Math.max(0, Math.floor(coordinate * count)));
        return new double[] {index / count, (index + 1) / count};
    }

    private static double logEdge(IntDomain integers, double value) {
        double low = StrictMath.log(integers.min() - 0.5);
        return (StrictMath.log(value) - low) / (StrictMath.log(integers.max() + 0.5) - low);
    }

    /** Puts a drawn coordinate into [0, 1]: mirrors a continuous one at the ends, cuts a discrete one. */
    double fold(int d, double drawn) {
        if (isDiscrete(d)) {
            return Math.min(1, Math.max(0, drawn));
        }
        double turned = Math.abs(drawn) % 2;
        return turned > 1 ? 2 - turned : turned;
    }

    /**
     * The numbers of a point. A discrete one, which stands for all of its cell, becomes a point of the cell drawn from the
     * distribution: as if it had just been rounded.
     *
     * @return [count], NaN where a parameter is not active
     */
    double[] of(double[] point, Gaussian gaussian, HashedRandom random) {
        double[] numbers = new double[positions.length];
        for (int d = 0; d < numbers.length; d++) {
            double coordinate = point[positions[d]];
            numbers[d] = isDiscrete(d) && !Double.isNaN(coordinate)
                    ? within(cell(d, coordinate), gaussian.mean[d], gaussian.deviation(d), random)
                    : coordinate;
        }
        return numbers;
    }

    private static double within(double[] cell, double mean, double deviation, HashedRandom random) {
        for (int i = 0; i < TRIES; i++) {
            double drawn = mean + deviation * random.gaussian();
            if (drawn >= cell[0] && drawn <= cell[1]) {
                return drawn;
            }
        }
        return Math.min(cell[1], Math.max(cell[0], mean));
    }
}
