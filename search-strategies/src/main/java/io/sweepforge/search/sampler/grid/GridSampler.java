package io.sweepforge.search.sampler.grid;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.support.GridWalk;
import io.sweepforge.search.sampler.support.TrialHistory;
import io.sweepforge.search.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Walks the grid in order and proposes each feasible point once. Trial number n gets the first point that no other trial
 * has, after leaving one to each smaller number that nothing is known about.
 */
final class GridSampler implements Sampler {
    private final TrialHistory history = new TrialHistory();
    private final SamplerSetup setup;
    /** Everything behind it is infeasible or finished, and stays so. */
    private final GridWalk front;

    GridSampler(SamplerSetup setup) {
        this.setup = setup;
        this.front = new GridWalk(setup.space());
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
        history.update(finished, active);
        while (front.here().filter(this::isDone).isPresent()) {
            front.advance();
        }
    }

    private boolean isDone(Configuration point) {
        return !setup.space().allows(point) || history.wasFinished(point);
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        Predicate<Configuration> taken = history.takenByOthers(number);
        int leave = history.unknownBefore(number);
        for (GridWalk walk = front.copy(); walk.here().isPresent(); walk.advance()) {
            Configuration point = walk.here().get();
            boolean free = setup.space().allows(point) && !taken.test(point);
            if (free && leave-- == 0) {
                return Optional.of(new Suggestion(point, "the next point of the grid"));
            }
        }
        return Optional.empty();
    }
}
