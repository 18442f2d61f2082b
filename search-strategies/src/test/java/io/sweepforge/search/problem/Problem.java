package io.sweepforge.search.problem;

import io.sweepforge.search.Objective;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A function to minimise over a search space; its least value is 0.
 *
 * @param loss infinite where a configuration cannot work at all
 * @param noise standard deviation of what is added to each observed loss
 */
public record Problem(String name, SearchSpace space, ToDoubleFunction<Map<String, Object>> loss, double noise)
        implements Task {
    public static final List<Objective> MINIMIZE_LOSS = List.of(new Objective("loss", Objective.Goal.MINIMIZE));

    private static final int USUAL_TRIALS = 100;
    private static final long PURPOSE = 78;

    public Problem(String name, SearchSpace space, ToDoubleFunction<Map<String, Object>> loss) {
        this(name, space, loss, 0);
    }

    public SamplerSetup setup(long seed) {
        return setup(seed, USUAL_TRIALS);
    }

    @Override
    public SamplerSetup setup(long seed, int trials) {
        return new SamplerSetup(space, MINIMIZE_LOSS, seed, Map.of(), trials);
    }

    @Override
    public FinishedTrial evaluate(long seed, int number, Configuration configuration) {
        double value = loss.applyAsDouble(configuration.values());
        if (Double.isInfinite(value)) {
            return new FinishedTrial(number, configuration, Outcome.INFEASIBLE, List.of(), 0);
        }
        double error = noise == 0 ? 0 : noise * new HashedRandom(seed, number, PURPOSE).gaussian();
        return Trials.completed(number, configuration, value + error);
    }

    /** The true loss of the trial that looked best so far, infinite while there is none. */
    @Override
    public double[] regrets(List<FinishedTrial> trials) {
        double[] regrets = new double[trials.size()];
        double bestSeen = Double.POSITIVE_INFINITY;
        double regret = Double.POSITIVE_INFINITY;
        for (int i = 0; i < regrets.length; i++) {
            FinishedTrial trial = trials.get(i);
            if (!trial.losses().isEmpty() && trial.losses().get(0) < bestSeen) {
                bestSeen = trial.losses().get(0);
                regret = loss.applyAsDouble(trial.configuration().values());
            }
            regrets[i] = regret;
        }
        return regrets;
    }

    /** The best loss after running trials one at a time. */
    public double best(String sampler, long seed, int trials) {
        return new SearchRun(this, sampler, seed, trials, 1).regrets()[trials - 1];
    }

    public double medianBest(String sampler, int seeds, int trials) {
        return Medians.of(IntStream.range(0, seeds).mapToDouble(seed -> best(sampler, seed, trials)));
    }
}
