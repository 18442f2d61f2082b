package io.sweepforge.search.sampler.auto;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.grid.GridSamplerFactory;
import io.sweepforge.search.sampler.random.RandomSamplerFactory;
import io.sweepforge.search.sampler.support.GridWalk;
import io.sweepforge.search.sampler.tpe.TpeSamplerFactory;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;
import java.util.Optional;

/**
 * Chooses a sampler: the grid when the budget covers it, random draws for several objectives, otherwise TPE. Every
 * suggestion says which and why.
 */
public final class AutoSamplerFactory implements StrategyFactory<SamplerSetup, Sampler> {
    private static final int MAX_GRID = 1_000;

    private final GridSamplerFactory grid = new GridSamplerFactory();
    private final RandomSamplerFactory random = new RandomSamplerFactory();
    private final TpeSamplerFactory tpe = new TpeSamplerFactory();

    /** What was chosen and why. */
    private record Choice(StrategyFactory<SamplerSetup, Sampler> factory, String why) {}

    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "auto",
                "Tries the whole grid when the space is finite and the budget covers it, otherwise chooses a model"
                        + " that suits the sweep.",
                List.of());
    }

    @Override
    public List<FieldError> refusals(SamplerSetup setup) {
        return choose(setup).factory().refusals(setup);
    }

    @Override
    public Sampler create(SamplerSetup setup) {
        Choice choice = choose(setup);
        return new Explained(choice.factory().create(setup), choice.why());
    }

    private Choice choose(SamplerSetup setup) {
        int budget = Math.min(MAX_GRID, setup.plannedTrials());
        Optional<Integer> points = GridWalk.points(setup.space(), budget).map(List::size);
        if (points.isPresent()) {
            return new Choice(grid, "auto chose grid, all %d points fit the budget".formatted(points.get()));
        }
        if (setup.objectives().size() > 1) {
            return new Choice(random, "auto chose random, there are several objectives");
        }
        return new Choice(tpe, "auto chose tpe, the space is too large for a grid");
    }

    /** Puts the reason of the choice before each reason of the chosen sampler. */
    private record Explained(Sampler chosen, String why) implements Sampler {
        @Override
        public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
            chosen.update(finished, active);
        }

        @Override
        public Optional<Suggestion> suggest(int number) {
            return chosen.suggest(number)
                    .map(found -> new Suggestion(found.configuration(), why + "; " + found.reason()));
        }
    }
}
