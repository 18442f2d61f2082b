package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;

/** Makes Gaussian-process samplers. */
public final class GpSamplerFactory implements StrategyFactory<SamplerSetup, Sampler> {
    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "gp",
                "Models the loss by a Gaussian process and proposes where the expected improvement is largest.",
                List.of());
    }

    @Override
    public List<FieldError> refusals(SamplerSetup setup) {
        return RandomDraws.refusals(setup.space());
    }

    @Override
    public Sampler create(SamplerSetup setup) {
        return new GpSampler(setup);
    }
}
