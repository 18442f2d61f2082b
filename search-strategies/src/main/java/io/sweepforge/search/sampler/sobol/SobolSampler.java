package io.sweepforge.search.sampler.sobol;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.support.TrialHistory;
import java.util.List;
import java.util.Optional;

/** Covers the space evenly and learns nothing. */
final class SobolSampler implements Sampler {
    private final TrialHistory history = new TrialHistory();
    private final SobolDraws draws;

    SobolSampler(SamplerSetup setup) {
        this.draws = new SobolDraws(setup);
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
        history.update(finished, active);
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        return draws.draw(number, history);
    }
}
