package io.sweepforge.search.sampler.nsga2;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.strategy.IntOption;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;

/** Makes NSGA-II samplers. */
public final class Nsga2SamplerFactory implements StrategyFactory<SamplerSetup, Sampler> {
    private static final IntOption POPULATION_SIZE =
            new IntOption("populationSize", 4, 20, "How many of the best trials are parents.");

    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "nsga2",
                "Crosses and mutates the best trials and keeps those that are good compromises between objectives.",
                List.of(POPULATION_SIZE));
    }

    @Override
    public List<FieldError> refusals(SamplerSetup setup) {
        return RandomDraws.refusals(setup.space());
    }

    @Override
    public Sampler create(SamplerSetup setup) {
        return new Nsga2Sampler(setup, POPULATION_SIZE.read(setup.options()));
    }
}
