package io.sweepforge.search.sampler.sobol;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;

/** Makes Sobol samplers. */
public final class SobolSamplerFactory implements StrategyFactory<SamplerSetup, Sampler> {
    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "sobol",
                "Covers the space evenly with a scrambled Sobol sequence; learns nothing from the trials.",
                List.of());
    }

    @Override
    public List<FieldError> refusals(SamplerSetup setup) {
        return RandomDraws.refusals(setup.space());
    }

    @Override
    public Sampler create(SamplerSetup setup) {
        return new SobolSampler(setup);
    }
}
