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
