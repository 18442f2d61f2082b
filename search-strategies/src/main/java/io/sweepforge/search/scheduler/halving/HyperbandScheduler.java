package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.Objective;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hyperband (Li et al., "Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization", JMLR 2018, algorithm
 * 1), asynchronous: every bracket is an ASHA of its own that leaves out one rung more than the bracket before, and new
 * trials are spread over the brackets so that each has the paper's share of them. A trial's bracket depends on its
 * number only.
 */
final class HyperbandScheduler implements Scheduler {
    private final List<Integer> epochs;
    private final List<AshaScheduler> brackets;
    private final BracketShares shares;

    HyperbandScheduler(List<Objective> objectives, HalvingOptions options) {
        this.epochs = List.copyOf(options.rungs());
        int count = epochs.size() + 1;
        this.shares = new BracketShares(count, options.factor());
        this.brackets = IntStream.range(0, count)
                .mapToObj(i -> new AshaScheduler(
                        objectives,
                        options.rule(" of bracket %d of %d".formatted(i + 1, count)),
                        epochs.subList(i, epochs.size())))
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<Integer> rungs() {
        return epochs;
    }

    @Override
    public Decision decide(Observation observation) {
        return bracket(observation).decide(observation);
    }

    @Override
    public void record(Observation observation, Decision decision) {
        bracket(observation).record(observation, decision);
    }

    private AshaScheduler bracket(Observation observation) {
        return brackets.get(shares.bracket(observation.number()));
    }
}
