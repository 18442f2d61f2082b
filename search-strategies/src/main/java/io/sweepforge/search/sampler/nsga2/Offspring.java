package io.sweepforge.search.sampler.nsga2;

import io.sweepforge.search.sampler.support.Coordinates;
import io.sweepforge.search.sampler.support.HashedRandom;

/**
 * Children of two points: simulated binary crossover and polynomial mutation of numbers (Deb and Agrawal, "Simulated
 * binary crossover for continuous search space", 1995), uniform crossover of categories. A parameter that only one
 * parent has comes from that one.
 */
final class Offspring {
    private static final double CROSSOVER_INDEX = 15;
    private static final double MUTATION_INDEX = 20;

    private final Coordinates coordinates;

    Offspring(Coordinates coordinates) {
        this.coordinates = coordinates;
    }

    double[] child(double[] mother, double[] father, HashedRandom random) {
        double[] child = new double[coordinates.size()];
        for (int i = 0; i < child.length; i++) {
            child[i] = inherited(i, mother[i], father[i], random);
            if (random.unit() < 1.0 / child.length) {
                child[i] = mutated(i, child[i], random);
            }
        }
        return child;
    }

    private double inherited(int i, double mother, double father, HashedRandom random) {
        boolean fromMother = random.unit() < 0.5;
        if (Double.isNaN(mother) && Double.isNaN(father)) {
            double drawn = random.unit();
            return coordinates.isCategorical(i) ? Math.floor(drawn * coordinates.values(i)) : drawn;
        }
        if (Double.isNaN(mother) || Double.isNaN(father)) {
            return Double.isNaN(mother) ? father : mother;
        }
        boolean crosses = !coordinates.isCategorical(i) && mother != father && random.unit() < 0.5;
        return crosses ? crossed(mother, father, fromMother, random) : fromMother ? mother : father;
    }

    /** Near one parent, on either side of it, the nearer the closer both are; within [0, 1]. */
    private static double crossed(double mother, double father, boolean nearMother, HashedRandom random) {
        double low = Math.min(mother, father);
        double high = Math.max(mother, father);
        double power = 1 / (CROSSOVER_INDEX + 1);
        double widest = 1 + 2 * Math.min(low, 1 - high) / (high - low);
        double mass = 2 - StrictMath.pow(widest, -1 / power);
        double drawn = random.unit() * mass;
        double spread = StrictMath.pow(drawn <= 1 ? drawn : 1 / (2 - drawn), power);
        double middle = 0.5 * (mother + father);
        double half = 0.5 * spread * (high - low);
        return clamp(nearMother == mother > father ? middle + half : middle - half);
    }

    private double mutated(int i, double value, HashedRandom random) {
        if (coordinates.isCategorical(i)) {
            long values = coordinates.values(i);
            return values == 1 ? value : (value + 1 + random.below((int) values - 1)) % values;
        }
        double drawn = random.unit();
        double power = 1 / (MUTATION_INDEX + 1);
        double step = drawn < 0.5 ? StrictMath.pow(2 * drawn, power) - 1 : 1 - StrictMath.pow(2 - 2 * drawn, power);
        double cell = coordinates.values(i) == 0 ? 0 : 1.0 / coordinates.values(i);
        double atLeast = step < 0 ? Math.min(step, -cell) : Math.max(step, cell);
        double moved = value + atLeast;
        return clamp(moved < 0 || moved > 1 ? value - atLeast : moved);
    }

    private static double clamp(double x) {
        return Math.min(1, Math.max(0, x));
    }
}
