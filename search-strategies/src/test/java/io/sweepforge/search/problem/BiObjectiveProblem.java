package io.sweepforge.search.problem;

import io.sweepforge.search.Objective;
import io.sweepforge.search.Objective.Goal;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two functions to minimise at once. The regret is the share of the largest possible hypervolume that is still missing.
 *
 * @param losses two
 * @param reference the corner of the hypervolume, worse than what counts
 * @param largest the hypervolume of all best compromises
 */
public record BiObjectiveProblem(
        String name,
        SearchSpace space,
        Function<Map<String, Object>, double[]> losses,
        double[] reference,
        double largest)
        implements Task {
    public static final List<Objective> MINIMIZE_BOTH =
            List.of(new Objective("first", Goal.MINIMIZE), new Objective("second", Goal.MINIMIZE));

    @Override
    public SamplerSetup setup(long seed, int trials) {
        return new SamplerSetup(space, MINIMIZE_BOTH, seed, Map.of(), trials);
    }

    @Override
    public FinishedTrial evaluate(long seed, int number, Configuration configuration) {
        double[] found = losses.apply(configuration.values());
        return new FinishedTrial(number, configuration, Outcome.COMPLETED, List.of(found[0], found[1]), 1);
    }

    @Override
    public double[] regrets(List<FinishedTrial> trials) {
        List<double[]> seen = new ArrayList<>();
        double[] regrets = new double[trials.size()];
        for (int i = 0; i < regrets.length; i++) {
            List<Double> found = trials.get(i).losses();
            seen.add(new double[] {found.get(0), found.get(1)});
            regrets[i] = 1 - Area.dominated(seen, reference) / largest;
        }
        return regrets;
    }
}
