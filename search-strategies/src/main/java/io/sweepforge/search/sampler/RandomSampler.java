package io.sweepforge.search.sampler;

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
