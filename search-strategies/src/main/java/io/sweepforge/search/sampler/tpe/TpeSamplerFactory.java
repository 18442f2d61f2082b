package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.strategy.IntOption;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;

/** Makes TPE samplers. */
public final class TpeSamplerFactory implements StrategyFactory<SamplerSetup, Sampler> {
    /** A power of two, because so many Sobol points are spread best. */
    private static final IntOption STARTUP_TRIALS =
            new IntOption("startupTrials", 1, 8, "Trials spread evenly before the model is trusted.");

    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "tpe",
                "Models where the best trials lie and where the others do, and proposes what is likely among the best.",
                List.of(STARTUP_TRIALS));
    }

    @Override
    public List<FieldError> refusals(SamplerSetup setup) {
        return RandomDraws.refusals(setup.space());
    }

    @Override
    public Sampler create(SamplerSetup setup) {
        return new TpeSampler(setup, STARTUP_TRIALS.read(setup.options()));
    }
}
