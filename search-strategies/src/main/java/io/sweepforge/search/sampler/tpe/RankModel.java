package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.numeric.Exponential;
import io.sweepforge.search.numeric.Normal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a Gaussian process says of points beside the best trials: the chance that one is better than nearly all of these.
 * It learns their ranks, as normal scores, so that the scale of the losses does not matter. Of a few length scales and
 * noises it has those that predict each trial best from the others; if none does so well, the chance is nearly the same
 * everywhere.
 */
final class RankModel {
    /** More would cost time and lie farther away. */
    static final int MOST_TRIALS = 50;

    private static final int FEWEST_TRIALS = 6;
    /** The score below which one in fifty trials is. */
    private static final double TOP = -2.05;
    /** In units of the trials' spread, for one parameter. */
    private static final double[] SQUARED_LENGTHS = {0.7, 2.7, 11};

    private static final double[] NOISES = {0.003, 0.1};

    private final List<double[]> points;
    private final Spread spread;
    private final double squaredLength;
    private final Regression regression;

    private RankModel(List<double[]> points, Spread spread, double squaredLength, Regression regression) {
        this.points = points;
        this.spread = spread;
        this.squaredLength = squaredLength;
        this.regression = regression;
    }

    /**
     * Learns.
     *
     * @param points of trials, the best first
     * @return empty when there are too few
     */
    static Optional<RankModel> of(List<TpeDimension> dimensions, List<double[]> points) {
        if (points.size() < FEWEST_TRIALS) {
            return Optional.empty();
        }
        Spread spread = new Spread(dimensions, points);
        double[][] distances = distances(points, spread);
        double[] scores = scores(points.size());
        RankModel best = null;
        for (double squared : SQUARED_LENGTHS) {
            double length = squared * Math.sqrt(dimensions.size());
            double[][] kernel = kernel(distances, length);
            for (double noise : NOISES) {
                Optional<Regression> fit = Regression.fit(kernel, noise, scores);
                if (fit.isPresent() && (best == null || fit.get().error() < best.regression.error())) {
                    best = new RankModel(points, spread, length, fit.get());
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Squared, upper triangle. */
    private static double[][] distances(List<double[]> points, Spread spread) {
        double[][] distances = new double[points.size()][points.size()];
        for (int i = 0; i < distances.length; i++) {
            for (int j = i + 1; j < distances.length; j++) {
                distances[i][j] = spread.squaredDistance(points.get(i), points.get(j));
            }
        }
        return distances;
    }

    private static double[][] kernel(double[][] distances, double squaredLength) {
        double[][] kernel = new double[distances.length][distances.length];
        for (int i = 0; i < kernel.length; i++) {
            for (int j = i; j < kernel.length; j++) {
                kernel[i][j] = Exponential.exp(-0.5 * distances[i][j] / squaredLength);
            }
        }
        return kernel;
    }

    /** Standard normal quantiles of evenly spread shares. */
    private static double[] scores(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> Normal.quantile((i + 0.5) / count))
                .toArray();
    }

    /** The logarithm of the chance that a point is better than nearly all the trials. */
    double logChance(double[] point) {
        double score = 0;
        for (int i = 0; i < points.size(); i++) {
            double distance = spread.squaredDistance(point, points.get(i));
            score += regression.weights()[i] * Exponential.exp(-0.5 * distance / squaredLength);
        }
        return Normal.logCumulative((TOP - score) / regression.error());
    }
}
