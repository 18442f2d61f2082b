package io.sweepforge.search.sampler.random;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;

/** Makes random samplers. */
public final class RandomSamplerFactory implements StrategyFactory<SamplerSetup, Sampler> {
    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "random", "Draws every parameter independently and evenly over its scale.", List.of());
    }

    @Override
    public List<FieldError> refusals(SamplerSetup setup) {
        return RandomDraws.refusals(setup.space());
    }

    @Override
    public Sampler create(SamplerSetup setup) {
        return new RandomSampler(setup);
    }
}
