package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be expected of configurations near those of the latest trials. */
final class Forecast {
    private static final int FEWEST_TRIALS = 10;
    /** Trials per coefficient of a quadratic function, and within which limits that many trials are looked at. */
    private static final double TRIALS_PER_COEFFICIENT = 1.5;

    private static final int LEAST_TRIALS = 24;
    private static final int MOST_TRIALS = 80;

    private final Dimensions dimensions;
    private final Gaussian gaussian;
    private final Surrogate surrogate;
    /** Where trials ended without a loss. */
    private final double[][] failures;

    private final double[][] successes;

    private Forecast(
            Dimensions dimensions, Gaussian gaussian, Surrogate surrogate, double[][] successes, double[][] failures) {
        this.dimensions = dimensions;
        this.gaussian = gaussian;
        this.surrogate = surrogate;
        this.successes = successes;
        this.failures = failures;
    }

    /** How many trials a forecast is made from. */
    static int trials(Dimensions dimensions) {
        int n = dimensions.numbers().count();
        int coefficients = (n + 1) * (n + 2) / 2;
        return (int) Math.min(MOST_TRIALS, Math.max(LEAST_TRIALS, TRIALS_PER_COEFFICIENT * coefficients));
    }

    /**
     * The forecast by some trials.
     *
     * @param gaussian in whose steps distances are measured
     * @param latest the latest first
     * @return empty when those with a loss are too few or none is to be trusted
     */
    static Optional<Forecast> of(Dimensions dimensions, Gaussian gaussian, List<Member> latest) {
        List<Member> known = latest.stream().filter(Forecast::hasLoss).collect(Collectors.toList());
        if (known.size() < FEWEST_TRIALS) {
            return Optional.empty();
        }
        double[][] successes = features(dimensions, gaussian, known);
        List<Member> others = latest.stream().filter(member -> !hasLoss(member)).collect(Collectors.toList());
        double[][] failures = features(dimensions, gaussian, others);
        return Surrogate.of(successes, known.stream().mapToDouble(Member::loss).toArray())
                .map(surrogate -> new Forecast(dimensions, gaussian, surrogate, successes, failures));
    }

    private static boolean hasLoss(Member member) {
        return Double.isFinite(member.loss());
    }

    private static double[][] features(Dimensions dimensions, Gaussian gaussian, List<Member> members) {
        return members.stream()
                .map(member -> dimensions.features(gaussian, member.point()))
                .toArray(double[][]::new);
    }

    /** How well it puts the latest trials in order, at most 1. */
    double agreement() {
        return surrogate.agreement();
    }

    /** The loss of a configuration; infinite where the nearest trial ended without one. */
    double loss(Configuration configuration) {
        double[] features =
                dimensions.features(gaussian, dimensions.coordinates().point(configuration));
        boolean fails = nearest(failures, features) < nearest(successes, features);
        return fails ? Double.POSITIVE_INFINITY : surrogate.loss(features);
    }

    private static double nearest(double[][] points, double[] from) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] point : points) {
            least = Math.min(least, Kernel.squaredDistance(point, from));
        }
        return least;
    }

    /** A trial as if it had finished with what is expected of it. */
    Member member(ActiveTrial trial) {
        Configuration configuration = trial.configuration();
        FinishedTrial finished =
                new FinishedTrial(trial.number(), configuration, Outcome.COMPLETED, List.of(loss(configuration)), 0);
        return new Member(finished, dimensions.coordinates().point(configuration));
    }
}
