package io.sweepforge.search.sampler.nsga2;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.sampler.nsga2.Population.Ranked;
import io.sweepforge.search.sampler.sobol.SobolSequence;
import io.sweepforge.search.sampler.support.Coordinates;
import io.sweepforge.search.sampler.support.FreshDraws;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.sampler.support.TrialHistory;
import io.sweepforge.search.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * NSGA-II (Deb et al., 2002) in a steady state: every suggestion is a child of two of the best trials that have finished,
 * whoever proposed them. Begins with points that spread evenly.
 */
final class Nsga2Sampler implements Sampler {
    private static final int ATTEMPTS = 100;
    private static final int FEWEST_PARENTS = 4;

    private final SamplerSetup setup;
    private final int size;
    private final Coordinates coordinates;
    private final Survivors survivors;
    private final Offspring offspring;
    private final FreshDraws draws;
    private final TrialHistory history = new TrialHistory();

    Nsga2Sampler(SamplerSetup setup, int size) {
        this.setup = setup;
        this.size = size;
        this.coordinates = new Coordinates(setup.space());
        this.survivors = new Survivors(coordinates, setup.objectives().size(), size);
        this.offspring = new Offspring(coordinates);
        this.draws = new FreshDraws(setup);
    }

    @Override
    public void update(List<FinishedTrial> finished, List<ActiveTrial> active) {
        history.update(finished, active).forEach(survivors::add);
    }

    @Override
    public Optional<Suggestion> suggest(int number) {
        Predicate<Configuration> taken = history.takenByOthers(number);
        Population population = survivors.population();
        boolean first = population.size() < (number < size ? size : FEWEST_PARENTS);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            HashedRandom random = new HashedRandom(setup.seed(), number, attempt);
            Suggestion suggestion = first ? first(number, attempt) : child(population, random);
            boolean good = setup.space().allows(suggestion.configuration()) && !taken.test(suggestion.configuration());
            if (good) {
                return Optional.of(suggestion);
            }
        }
        return draws.draw(number, history)
                .map(drawn -> new Suggestion(
                        drawn,
                        "drawn at random: none of %d children of NSGA-II was new and met the constraints"
                                .formatted(ATTEMPTS)));
    }

    private Suggestion first(int number, int attempt) {
        long sequence = new HashedRandom(setup.seed(), attempt, -1).bits();
        double[] point = new SobolSequence(coordinates.size(), sequence).point(number);
        for (int i = 0; i < point.length; i++) {
            point[i] = coordinates.isCategorical(i) ? Math.floor(point[i] * coordinates.values(i)) : point[i];
        }
        return new Suggestion(
                coordinates.configuration(point), "NSGA-II: one of %d first points spread evenly".formatted(size));
    }

    private Suggestion child(Population population, HashedRandom random) {
        Ranked mother = population.tournament(random);
        Ranked father = population.tournament(random);
        double[] point =
                offspring.child(mother.individual().point(), father.individual().point(), random);
        return new Suggestion(coordinates.configuration(point), reason(mother, father));
    }

    private String reason(Ranked mother, Ranked father) {
        int first = Math.min(mother.individual().number(), father.individual().number());
        int second = Math.max(mother.individual().number(), father.individual().number());
        boolean both = mother.front() == 0 && father.front() == 0;
        if (first == second) {
            return "NSGA-II: mutation of trial %d, which is %s".formatted(first, both ? "on the front" : amongBest());
        }
        return "NSGA-II: child of trials %d and %d, which are %s"
                .formatted(first, second, both ? "on the front" : amongBest());
    }

    private String amongBest() {
        return "among the best " + size;
    }
}
