package io.sweepforge.search.sampler.auto;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.support.GridWalk;
import io.sweepforge.search.sampler.support.TrialHistory;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lets samplers take turns by trial number. All of them learn from every trial, whoever proposed it. */
final class AutoSampler implements Sampler {
    private static final int MAX_GRID = 1_000;

    private final SamplerSetup setup;
    private final Map<String, StrategyFactory<SamplerSetup, Sampler>> factories;
    private final boolean coversGrid;
    private final Map<String, Sampler> samplers = new HashMap<>();
    private final TrialHistory history = new TrialHistory();
    private List<ActiveTrial> active = List.of();

    /** @param factories by kind, those that accept the sweep */
    AutoSampler(SamplerSetup setup, Map<String, StrategyFactory<SamplerSetup, Sampler>> factories) {
        this.setup = setup;
        this.factories = factories;
        int budget = Math.min(MAX_GRID, setup.plannedTrials());
        this.coversGrid = GridWalk.points(setup.space(), budget).isPresent();
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> nowActive) {
        List<FinishedTrial> fresh = history.update(finished, nowActive);
        active = List.copyOf(nowActive);
        samplers.values().forEach(sampler -> sampler.update(fresh, active));
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        Turns turns = Turns.of(setup, coversGrid, history.finished().size(), active.size())
                .among(factories.keySet());
        String kind = turns.kindOf(number);
        return sampler(kind)
                .suggest(number)
                .map(found -> new Suggestion(
                        found.configuration(), "auto chose %s, %s; %s".formatted(kind, turns.why(), found.reason())));
    }

    /** Made when its first turn comes, and then told everything so far. */
    private Sampler sampler(String kind) {
        return samplers.computeIfAbsent(kind, missing -> {
            Sampler made = Objects.requireNonNull(factories.get(kind)).create(setup);
            made.update(List.copyOf(history.finished().values()), active);
            return made;
        });
    }
}
