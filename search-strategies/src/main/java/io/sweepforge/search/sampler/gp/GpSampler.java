package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.support.FreshDraws;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.sampler.support.TrialHistory;
import io.sweepforge.search.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Bayesian optimisation: a Gaussian process predicts the loss everywhere, and the next trial is where the expected
 * improvement on the best one is largest.
 */
final class GpSampler implements Sampler {
    private static final long PURPOSE = 0x69502;
    private static final int BEST = 5;
    /** More would cost time, and such a crowd is scattered anyhow. */
    private static final int MOST_RUNNING = 128;

    private final SamplerSetup setup;
    private final PointSpace space;
    private final FreshDraws draws;
    private final Startup startup;
    private final Knowledge knowledge;
    private final TrialHistory history = new TrialHistory();

    GpSampler(SamplerSetup setup) {
        this.setup = setup;
        this.space = new PointSpace(setup.space());
        this.draws = new FreshDraws(setup);
        this.startup = new Startup(space, setup.seed());
        this.knowledge = new Knowledge(setup, space);
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
        knowledge.update(history.update(finished, active), active);
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        Predicate<Configuration> acceptable =
                history.takenByOthers(number).negate().and(setup.space()::allows);
        Optional<Suggestion> suggestion = knowledge.size() < startup.trials()
                ? startup.suggest(number, acceptable)
                : modelled(number, acceptable);
        return suggestion.or(() -> draws.draw(number, history)
                .map(drawn -> new Suggestion(drawn, "GP: drawn at random, nothing new was found where it looks good")));
    }

    private Optional<Suggestion> modelled(int number, Predicate<Configuration> acceptable) {
        View view = knowledge.view(number);
        Acquisition acquisition = view.acquisition(running(number));
        Reason reason = new Reason(setup.objectives(), view);
        return new Search(space, acquisition, new HashedRandom(setup.seed(), number, PURPOSE))
                .run(view.best(BEST), acceptable)
                .map(found -> new Suggestion(found, reason.of(acquisition, space.point(found))));
    }

    private List<double[]> running(int number) {
        return history.activeExcept(number).stream()
                .limit(MOST_RUNNING)
                .map(space::point)
                .collect(Collectors.toList());
    }
}
