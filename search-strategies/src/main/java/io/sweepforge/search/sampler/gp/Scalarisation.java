package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.Values;
import io.sweepforge.search.sampler.CurvePoint;
import io.sweepforge.search.sampler.sobol.SobolSequence;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Several losses as one. With one objective its loss. With more the augmented Chebyshev norm under weights that differ
 * from trial to trial, so that different compromises are sought (ParEGO: Knowles, IEEE Trans. Evol. Comput. 10, 2006,
 * equation 2); each loss counts from the best seen in units of the distance to the upper quartile.
 */
final class Scalarisation implements ToDoubleFunction<List<Double>> {
    /** So many different weights take turns: a fit of the model serves all trials with the same ones. */
    static final int TURNS = 16;

    private static final double AUGMENTATION = 0.05;

    private final double[] weights;
    private final double[] best;
    private final double[] units;

    private Scalarisation(double[] weights, double[] best, double[] units) {
        this.weights = weights;
        this.best = best;
        this.units = units;
    }

    /** @param turn in [0, {@value #TURNS}), decides the weights */
    static Scalarisation of(List<Told> told, int objectives, int turn) {
        double[] best = new double[objectives];
        double[] units = new double[objectives];
        Arrays.fill(units, 1);
        for (int m = 0; m < objectives && objectives > 1; m++) {
            int objective = m;
            double[] losses = told.stream()
                    .flatMap(each -> each.curve().stream())
                    .map(CurvePoint::losses)
                    .mapToDouble(each -> each.get(objective))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            if (losses.length > 0) {
                best[m] = losses[0];
                double unit = losses[losses.length * 3 / 4] - losses[0];
                units[m] = unit > 0 ? unit : 1;
            }
        }
        return new Scalarisation(weights(objectives, turn), best, units);
    }

    /** Uniform over all that add up to 1: the gaps that some numbers of [0, 1] leave. */
    private static double[] weights(int objectives, int turn) {
        if (objectives == 1) {
            return new double[] {1};
        }
        double[] cuts = new SobolSequence(objectives - 1, 0).point(turn);
        Arrays.sort(cuts);
        double[] weights = new double[objectives];
        for (int m = 0; m < objectives; m++) {
            double from = m == 0 ? 0 : cuts[m - 1];
            weights[m] = (m == objectives - 1 ? 1 : cuts[m]) - from;
        }
        return weights;
    }

    /** Infinite when one of the losses is not finite. */
    @Override
    public double applyAsDouble(List<Double> losses) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            double weighted = weights[m] * (losses.get(m) - best[m]) / units[m];
            if (!Double.isFinite(weighted)) {
                return Double.POSITIVE_INFINITY;
            }
            largest = Math.max(largest, weighted);
            sum += weighted;
        }
        return weights.length == 1 ? sum : largest + AUGMENTATION * sum;
    }

    /** In words, for a reason. */
    String words() {
        return Arrays.stream(weights)
                .mapToObj(weight -> Values.brief(weight, 2))
                .collect(Collectors.joining(" : "));
    }
}
