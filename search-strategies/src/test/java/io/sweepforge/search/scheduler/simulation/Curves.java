package io.sweepforge.search.scheduler.simulation;

import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.CategoricalDomain;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.FloatDomain;
import io.sweepforge.search.space.IntDomain;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.Scale;
import io.sweepforge.search.space.SearchSpace;
import java.util.List;

/**
 * Made-up training. Each epoch the loss of the weights moves towards a floor by a share; both depend on the
 * configuration, and large learning rates move faster towards higher floors, so that curves cross. What is measured is
 * noisy, and wide networks without dropout overfit in the end; very large learning rates diverge.
 *
 * @param crossing how strongly the learning rate decides about the speed; 0 when all learn equally fast
 */
public record Curves(long seed, double noise, double overfit, double crossing) {
    public static final double START = 1;
    public static final SearchSpace SPACE = new SearchSpace(
            List.of(
                    new Parameter("learningRate", new FloatDomain(1e-5, 1, Scale.LOG, 0), List.of()),
                    new Parameter("optimizer", new CategoricalDomain(List.of("sgd", "adam")), List.of()),
                    new Parameter("units", new IntDomain(8, 512, Scale.LOG, 1), List.of()),
                    new Parameter("dropout", new FloatDomain(0, 0.7, Scale.LINEAR, 0), List.of())),
            List.of());

    /** The loss of the weights after one more epoch. */
    double next(double loss, Configuration configuration) {
        double rate = rate(configuration);
        double floor = 0.05
                + 0.08 * square(rate + 2.8)
                + 0.15 * square(number(configuration, "dropout") - 0.2)
                + 0.01 * square(width(configuration) - 7);
        double kept = StrictMath.exp(-0.6 * StrictMath.pow(10, crossing * (rate + 2)));
        return rate > -0.7 ? Double.NaN : floor + (loss - floor) * kept;
    }

    /** What is seen of a loss; a trial sees other noise at each epoch, but the same when it repeats one. */
    double measured(double loss, int number, int epoch, Configuration configuration) {
        double tooWide = Math.max(0, width(configuration) - 5 - 5 * number(configuration, "dropout"));
        return loss
                + noise * new HashedRandom(seed, number, epoch).gaussian()
                + overfit * tooWide * Math.max(0, epoch - 8);
    }

    /** How long an epoch takes. */
    double duration(Configuration configuration) {
        return 0.5 + width(configuration) / 9;
    }

    private static double rate(Configuration configuration) {
        double shift = "sgd".equals(configuration.values().get("optimizer")) ? 1 : 0;
        return StrictMath.log10(number(configuration, "learningRate")) - shift;
    }

    private static double width(Configuration configuration) {
        return StrictMath.log(number(configuration, "units")) / StrictMath.log(2);
    }

    private static double number(Configuration configuration, String name) {
        return ((Number) configuration.values().get(name)).doubleValue();
    }

    private static double square(double value) {
        return value * value;
    }
}
