package io.sweepforge.search.problem;

import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search with a fixed number of trials at work at any time, of which a random one finishes next. One trial at a time
 * when it is 1.
 *
 * @param sampler its kind
 * @param workers at least 1
 */
public record SearchRun(Task task, String sampler, long seed, int trials, int workers) {
    private static final long PURPOSE = 77;

    /** All trials in the order in which they finished; fewer than asked for when a finite space has no more. */
    public List<FinishedTrial> run() {
        Sampler search = Samplers.create(sampler, task.setup(seed, trials));
        HashedRandom random = new HashedRandom(seed, 0, PURPOSE);
        List<FinishedTrial> finished = new ArrayList<>();
        List<ActiveTrial> active = new ArrayList<>();
        int next = 0;
        while (finished.size() < trials) {
            for (; active.size() < workers && next < trials; next++) {
                Optional<Suggestion> suggestion = search.suggest(next);
                if (suggestion.isEmpty()) {
                    break;
                }
                active.add(new ActiveTrial(next, suggestion.get().configuration()));
                search.update(List.of(), active);
            }
            if (active.isEmpty()) {
                return finished;
            }
            ActiveTrial done = active.remove(random.below(active.size()));
            finished.add(task.evaluate(seed, done.number(), done.configuration()));
            search.update(List.of(finished.get(finished.size() - 1)), active);
        }
        return finished;
    }

    /** The regret after each trial, the last one repeated when the space had fewer than asked for. */
    public double[] regrets() {
        double[] known = task.regrets(run());
        double[] all = new double[trials];
        for (int i = 0; i < trials; i++) {
            all[i] = known[Math.min(i, known.length - 1)];
        }
        return all;
    }
}
