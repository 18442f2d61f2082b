package io.sweepforge.search.sampler.random;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.support.FreshDraws;
import io.sweepforge.search.sampler.support.TrialHistory;
import java.util.List;
import java.util.Optional;

/** Draws every parameter independently and evenly over its scale. */
final class RandomSampler implements Sampler {
    private final TrialHistory history = new TrialHistory();
    private final FreshDraws draws;

    RandomSampler(SamplerSetup setup) {
        this.draws = new FreshDraws(setup);
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
        history.update(finished, active);
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        return draws.draw(number, history).map(drawn -> new Suggestion(drawn, "drawn at random"));
    }
}
