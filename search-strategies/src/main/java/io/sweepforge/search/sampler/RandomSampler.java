package io.sweepforge.search.sampler;

import io.sweepforge.search.space.Configuration;
import java.util.List;
import java.util.Optional;

/** Draws every parameter independently and evenly over its scale. */
final class RandomSampler implements Sampler {
    private final TrialHistory history = new TrialHistory();
    private final SamplerSetup setup;

    RandomSampler(SamplerSetup setup) {
        this.setup = setup;
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
        history.update(finished, active);
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        Configuration drawn = RandomDraws.feasible(setup.space(), new HashedRandom(setup.seed(), number, 0));
        return Optional.of(new Suggestion(drawn, "drawn at random"));
    }
}
