package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.support.Coordinates;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The parameters of a space, numeric ones and categorical ones apart. */
final class Dimensions {
    private final Coordinates coordinates;
    private final Numbers numbers;
    private final int[] categorical;

    Dimensions(SearchSpace space) {
        this.coordinates = new Coordinates(space);
        this.numbers = new Numbers(coordinates, positions(false));
        this.categorical = positions(true);
    }

    private int[] positions(boolean categories) {
        return IntStream.range(0, coordinates.size())
                .filter(i -> coordinates.isCategorical(i) == categories)
                .toArray();
    }

    Coordinates coordinates() {
        return coordinates;
    }

    Numbers numbers() {
        return numbers;
    }

    /** How many values each categorical parameter has. */
    int[] choices() {
        return Arrays.stream(categorical)
                .map(position -> (int) coordinates.values(position))
                .toArray();
    }

    /** [members][categorical parameters], NaN where a parameter is not active. */
    double[][] categories(List<Member> members) {
        return members.stream()
                .map(member -> Arrays.stream(categorical)
                        .mapToDouble(position -> member.point()[position])
                        .toArray())
                .toArray(double[][]::new);
    }

    /**
     * A point as steps from a distribution's mean in its standard deviations, and a coordinate for each value of a
     * categorical parameter, 1 for the one it has. Parameters that are not active make no step.
     */
    double[] features(Gaussian gaussian, double[] point) {
        double[] steps = new double[numbers.count()];
        for (int d = 0; d < steps.length; d++) {
            double coordinate = point[numbers.position(d)];
            steps[d] = Double.isNaN(coordinate) ? 0 : gaussian.step(d, coordinate);
        }
        double[] features = Arrays.copyOf(
                gaussian.whiten(steps), steps.length + Arrays.stream(choices()).sum());
        int offset = steps.length;
        for (int position : categorical) {
            if (point[position] >= 0) {
                features[offset + (int) point[position]] = 1;
            }
            offset += (int) coordinates.values(position);
        }
        return features;
    }

    /** A point drawn from a generation. */
    double[] draw(Generation generation, HashedRandom random) {
        double[] point = new double[coordinates.size()];
        double[] drawn = generation.gaussian().draw(random);
        for (int d = 0; d < drawn.length; d++) {
            point[numbers.position(d)] = numbers.fold(d, drawn[d]);
        }
        for (int c = 0; c < categorical.length; c++) {
            point[categorical[c]] = generation.categories().draw(c, random);
        }
        return point;
    }
}
