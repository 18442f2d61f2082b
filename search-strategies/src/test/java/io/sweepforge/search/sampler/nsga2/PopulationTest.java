package io.sweepforge.search.sampler.nsga2;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.space.Configuration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static Individual individual(int number, Outcome outcome, Double... losses) {
        return new Individual(
                new FinishedTrial(number, new Configuration(Map.of()), outcome, List.of(losses), 1), new double[0]);
    }

    private static Individual completed(int number, Double... losses) {
        return individual(number, Outcome.COMPLETED, losses);
    }

    @Test
    void putsFrontsBeforeRoomAndWhatWentWrongLast() {
        Population population = Population.best(
                List.of(
                        individual(0, Outcome.INFEASIBLE, 0.0, 0.0),
                        completed(1, Double.NaN, 0.0),
                        completed(2),
                        individual(3, Outcome.PRUNED, 0.0, 0.0),
                        completed(4, 3.0, 3.0),
                        completed(5, 1.0, 2.0),
                        completed(6, 0.0, 4.0),
                        completed(7, 4.0, 0.0)),
                2,
                10);
        assertThat(population.individuals()).extracting(Individual::number).containsExactly(6, 7, 5, 4, 3, 1, 2, 0);
    }

    @Test
    void keepsTheEndsOfTheFrontWhenItIsTooLong() {
        List<Individual> front =
                List.of(completed(0, 0.4, 0.6), completed(1, 0.5, 0.5), completed(2, 1.0, 0.0), completed(3, 0.0, 1.0));
        assertThat(Population.best(front, 2, 2).individuals())
                .extracting(Individual::number)
                .containsExactly(2, 3);
    }

    @Test
    void tournamentsPreferTheBetterHalf() {
        Population population = Population.best(List.of(completed(0, 1.0), completed(1, 0.0)), 1, 2);
        HashedRandom random = new HashedRandom(1, 0, 0);
        int best = 0;
        for (int i = 0; i < 1_000; i++) {
            best += population.tournament(random).individual().number();
        }
        assertThat(best).isBetween(700, 800);
    }
}
