package io.sweepforge.search.sampler.auto;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the sampler that lets others take turns, of those that accept the sweep. */
public final class AutoSamplerFactory implements StrategyFactory<SamplerSetup, Sampler> {
    private final List<StrategyFactory<SamplerSetup, Sampler>> others;

    /** @param others every sampler it may choose; {@link Turns} names those it knows when to use */
    public AutoSamplerFactory(List<StrategyFactory<SamplerSetup, Sampler>> others) {
        this.others = List.copyOf(others);
    }

    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "auto",
                "Tries the whole grid when the budget covers it; otherwise a Gaussian process while there are few"
                        + " trials, and models that stay quick when there are many.",
                List.of());
    }

    /** What the simplest sampler refuses, nobody can do. */
    @Override
    public List<FieldError> refusals(SamplerSetup setup) {
        return able(setup).isEmpty() ? find(Turns.LAST_RESORT).refusals(setup) : List.of();
    }

    @Override
    public Sampler create(SamplerSetup setup) {
        return new AutoSampler(setup, able(setup));
    }

    /** By kind: those that accept the sweep. */
    private Map<String, StrategyFactory<SamplerSetup, Sampler>> able(SamplerSetup setup) {
        return others.stream()
                .filter(factory -> factory.refusals(setup).isEmpty())
                .collect(Collectors.toMap(
                        factory -> factory.description().kind(),
                        factory -> factory,
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private StrategyFactory<SamplerSetup, Sampler> find(String kind) {
        return others.stream()
                .filter(factory -> factory.description().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
