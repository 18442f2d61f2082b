package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.Values;
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

/**
 * Covariance matrix adaptation evolution strategy (Hansen's tutorial, arXiv 1604.00772): draws from a normal distribution
 * that finished trials have moved and stretched. The distribution is computed from all finished trials in the order of
 * their numbers, whoever proposed them, so that nothing has to be remembered beside the history.
 *
 * <p>What many parallel workers propose comes from a distribution that is generations old. They search with smaller
 * generations, so that each is over sooner.
 */
final class CmaEsSampler implements Sampler {
    private static final int ATTEMPTS = 100;
    private static final double GROWTH = 3;
    private static final double GROWTH_IN_A_CROWD = 2;

    private final SamplerSetup setup;
    private final Replay alone;
    private final Replay crowded;
    private final FreshDraws draws;
    private final TrialHistory history = new TrialHistory();

    CmaEsSampler(SamplerSetup setup) {
        this.setup = setup;
        this.alone = new Replay(new Search(setup, GROWTH));
        this.crowded = new Replay(new Search(setup, GROWTH_IN_A_CROWD));
        this.draws = new FreshDraws(setup);
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
        for (FinishedTrial fresh : history.update(finished, active)) {
            alone.add(fresh);
            crowded.add(fresh);
        }
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        Predicate<Configuration> taken = history.takenByOthers(number);
        Replay replay = replay(number);
        Search search = replay.search();
        Optional<Generation> generation = replay.generation(number);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Configuration drawn =
                    search.dimensions().coordinates().configuration(point(search, generation, number, attempt));
            if (setup.space().allows(drawn) && !taken.test(drawn)) {
                return Optional.of(new Suggestion(
                        drawn, generation.map(CmaEsSampler::reason).orElseGet(() -> firstReason(search, number))));
            }
        }
        return draws.draw(number, history)
                .map(drawn -> new Suggestion(
                        drawn,
                        "drawn at random: none of %d draws of CMA-ES was new and met the constraints"
                                .formatted(ATTEMPTS)));
    }

    private Replay replay(int number) {
        boolean generationAtWork = history.activeExcept(number).size()
                >= alone.search().beginning().trials();
        return generationAtWork ? crowded : alone;
    }

    private double[] point(Search search, Optional<Generation> generation, int number, int attempt) {
        return generation.isPresent()
                ? search.dimensions().draw(generation.get(), new HashedRandom(setup.seed(), number, attempt))
                : search.beginning().point(number, attempt);
    }

    private static String reason(Generation generation) {
        return "CMA-ES: generation %d of restart %d, step size %s"
                .formatted(
                        generation.evolution().generation() + 1,
                        generation.restart(),
                        Values.brief(generation.gaussian().meanDeviation(), 2));
    }

    private static String firstReason(Search search, int number) {
        return number == 0
                ? "CMA-ES: the middle of the ranges, to begin with"
                : "CMA-ES: first points spread evenly, the search begins when %d have finished"
                        .formatted(search.beginning().trials());
    }
}
