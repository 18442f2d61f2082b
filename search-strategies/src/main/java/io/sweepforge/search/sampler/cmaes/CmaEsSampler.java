package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.support.FreshDraws;
import io.sweepforge.search.sampler.support.TrialHistory;
import io.sweepforge.search.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Covariance matrix adaptation evolution strategy (Hansen's tutorial, arXiv 1604.00772): draws from a normal distribution
 * that finished trials have moved and stretched. The distribution is computed from all finished trials in the order of
 * their numbers, whoever proposed them, so that nothing has to be remembered beside the history.
 *
 * <p>With many trials at work see {@link Crowd}; each suggestion is then the best of a few draws by its model.
 */
final class CmaEsSampler implements Sampler {
    private static final int ATTEMPTS = 100;
    private static final int CHOICE = 3;
    private static final double GROWTH = 3;

    private final SamplerSetup setup;
    private final Replay alone;
    private final Crowd crowd;
    private final FreshDraws draws;
    private final TrialHistory history = new TrialHistory();

    CmaEsSampler(SamplerSetup setup) {
        this.setup = setup;
        this.alone = new Replay(new Search(setup, GROWTH));
        this.crowd = new Crowd(setup);
        this.draws = new FreshDraws(setup);
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
        for (FinishedTrial fresh : history.update(finished, active)) {
            alone.add(fresh);
            crowd.add(fresh);
        }
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        Outlook outlook = outlook(number);
        List<Configuration> drawn = draws(outlook, number);
        return outlook.best(drawn)
                .map(best -> new Suggestion(best, outlook.reason(number, drawn.size())))
                .or(() -> draws.draw(number, history)
                        .map(random -> new Suggestion(
                                random,
                                "drawn at random: none of %d draws of CMA-ES was new and met the constraints"
                                        .formatted(ATTEMPTS))));
    }

    private Outlook outlook(int number) {
        List<ActiveTrial> others = history.activeTrialsExcept(number);
        boolean generationAtWork = others.size() >= alone.search().beginning().trials();
        return generationAtWork
                ? crowd.outlook(number, others)
                : new Outlook(alone.search(), alone.generation(number), Optional.empty());
    }

    /** The first draws that are new and meet the constraints: a few when there is a model to choose, else one. */
    private List<Configuration> draws(Outlook outlook, int number) {
        Predicate<Configuration> taken = history.takenByOthers(number);
        return IntStream.rangeClosed(1, ATTEMPTS)
                .mapToObj(attempt -> outlook.draw(setup.seed(), number, attempt))
                .filter(drawn -> setup.space().allows(drawn) && !taken.test(drawn))
                .limit(outlook.forecast().isPresent() ? CHOICE : 1)
                .collect(Collectors.toList());
    }
}
