package io.sweepforge.search.catalog;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.auto.AutoSamplerFactory;
import io.sweepforge.search.sampler.cmaes.CmaEsSamplerFactory;
import io.sweepforge.search.sampler.gp.GpSamplerFactory;
import io.sweepforge.search.sampler.grid.GridSamplerFactory;
import io.sweepforge.search.sampler.nsga2.Nsga2SamplerFactory;
import io.sweepforge.search.sampler.random.RandomSamplerFactory;
import io.sweepforge.search.sampler.sobol.SobolSamplerFactory;
import io.sweepforge.search.sampler.tpe.TpeSamplerFactory;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import io.sweepforge.search.strategy.StrategyRegistry;
import java.util.ArrayList;
import java.util.List;

/** Every sampler there is. A new one is a factory class and a line here. */
public final class Samplers {
    private static final List<StrategyFactory<SamplerSetup, Sampler>> FACTORIES = List.of(
            new RandomSamplerFactory(),
            new GridSamplerFactory(),
            new SobolSamplerFactory(),
            new TpeSamplerFactory(),
            new GpSamplerFactory(),
            new CmaEsSamplerFactory(),
            new Nsga2SamplerFactory());

    private static final StrategyRegistry<SamplerSetup, Sampler> REGISTRY =
            new StrategyRegistry<>("sampler", autoAnd(FACTORIES));

    private Samplers() {}

    /** The default first, as lists show it. */
    private static List<StrategyFactory<SamplerSetup, Sampler>> autoAnd(
            List<StrategyFactory<SamplerSetup, Sampler>> others) {
        List<StrategyFactory<SamplerSetup, Sampler>> all = new ArrayList<>();
        all.add(new AutoSamplerFactory(others));
        all.addAll(others);
        return all;
    }

    public static List<StrategyDescription> descriptions() {
        return REGISTRY.descriptions();
    }

    /** Every reason why a kind cannot serve a sweep, with full field paths; empty when it can. */
    public static List<FieldError> refusals(String kind, SamplerSetup setup) {
        return REGISTRY.refusals(kind, setup);
    }

    /**
     * A new one.
     *
     * @throws IllegalArgumentException when {@link #refusals} has any, with all of them
     */
    public static Sampler create(String kind, SamplerSetup setup) {
        return REGISTRY.create(kind, setup);
    }
}
