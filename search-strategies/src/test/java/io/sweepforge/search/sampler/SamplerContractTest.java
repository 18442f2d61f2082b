package io.sweepforge.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.problem.Trials;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.sampler.SamplerCases.Case;
import io.sweepforge.search.sampler.support.GridWalk;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.ConfigurationCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sampler promises, on every space it accepts. */
class SamplerContractTest {
    private static final int TRIALS = 20;

    static Stream<Case> everywhere() {
        return SamplerCases.everywhere();
    }

    static Stream<Case> onDiscrete() {
        return SamplerCases.onDiscrete();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void proposesOnlyValidConfigurations(Case each) {
        for (FinishedTrial trial : run(each, each.sampler(1), TRIALS)) {
            assertThat(ConfigurationCheck.check(
                                    each.space(), "trial", trial.configuration().values())
                            .errors())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void keepsValuesInTheOrderOfTheSpace(Case each) {
        List<String> order = each.space().parameters().stream()
                .map(parameter -> parameter.name())
                .toList();
        for (FinishedTrial trial : run(each, each.sampler(1), TRIALS)) {
            assertThat(order).containsSubsequence(trial.configuration().values().keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void answersTheSameInAnotherInstance(Case each) {
        List<FinishedTrial> history = run(each, each.sampler(7), TRIALS);
        Sampler other = each.sampler(7);
        other.update(history, List.of());
        Sampler again = each.sampler(7);
        again.update(history, List.of());
        assertThat(other.suggest(TRIALS)).isEqualTo(again.suggest(TRIALS));
        assertThat(run(each, each.sampler(7), TRIALS)).isEqualTo(history);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void doesNotCareInWhichBatchesAndOrderTrialsFinish(Case each) {
        List<FinishedTrial> history = run(each, each.sampler(3), TRIALS);
        Sampler atOnce = each.sampler(3);
        atOnce.update(history, List.of());
        List<FinishedTrial> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(11));
        Sampler oneByOne = each.sampler(3);
        for (FinishedTrial trial : shuffled) {
            oneByOne.update(List.of(trial), List.of());
            oneByOne.update(List.of(trial), List.of());
        }
        assertThat(oneByOne.suggest(TRIALS)).isEqualTo(atOnce.suggest(TRIALS));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void suggestingHasNoSideEffects(Case each) {
        Sampler sampler = each.sampler(5);
        sampler.update(run(each, each.sampler(5), 15), List.of());
        Optional<Suggestion> first = sampler.suggest(15);
        sampler.suggest(16);
        sampler.suggest(100);
        assertThat(sampler.suggest(15)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void answersTheSameWhenTheTrialItselfIsAlreadyActive(Case each) {
        Sampler sampler = each.sampler(5);
        List<FinishedTrial> history = run(each, each.sampler(5), 15);
        sampler.update(history, List.of());
        Suggestion suggestion = sampler.suggest(15).orElseThrow();
        sampler.update(List.of(), List.of(new ActiveTrial(15, suggestion.configuration())));
        assertThat(sampler.suggest(15)).contains(suggestion);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void givesAReasonInASentence(Case each) {
        Sampler sampler = each.sampler(5);
        sampler.update(run(each, each.sampler(5), 15), List.of());
        assertThat(sampler.suggest(15).orElseThrow().reason()).isNotBlank().doesNotContain("NaN");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void survivesTrialsWithoutAUsefulLoss(Case each) {
        Sampler sampler = each.sampler(2);
        List<Outcome> outcomes = List.of(Outcome.values());
        for (int number = 0; number < 25; number++) {
            Configuration configuration = sampler.suggest(number).orElseThrow().configuration();
            List<Double> losses = number % 2 == 0 ? List.of(Double.NaN) : List.of();
            Outcome outcome = outcomes.get(number % outcomes.size());
            sampler.update(List.of(new FinishedTrial(number, configuration, outcome, losses, 0)), List.of());
        }
        assertThat(sampler.suggest(25)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void servesManyTrialsAtOnce(Case each) {
        Sampler sampler = each.sampler(2);
        List<FinishedTrial> history = run(each, each.sampler(2), 12);
        List<ActiveTrial> active = new ArrayList<>();
        for (int number = 12; number < 30; number++) {
            sampler.update(history, active);
            active.add(new ActiveTrial(
                    number, sampler.suggest(number).orElseThrow().configuration()));
        }
        assertThat(active).extracting(ActiveTrial::configuration).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("onDiscrete")
    void triesEveryPointOfASmallSpaceOnceAndThenEnds(Case each) {
        int size = GridWalk.points(each.space(), 1_000).orElseThrow().size();
        List<FinishedTrial> trials = run(each, each.sampler(4), 1_000);
        Set<Configuration> tried = new HashSet<>();
        trials.forEach(trial -> tried.add(trial.configuration()));
        assertThat(trials).hasSize(size);
        assertThat(tried).hasSize(size);
    }

    /** Runs one trial at a time until the number of trials is reached or the space is exhausted. */
    private static List<FinishedTrial> run(Case each, Sampler sampler, int trials) {
        List<FinishedTrial> history = new ArrayList<>();
        for (int number = 0; number < trials; number++) {
            Optional<Suggestion> suggestion = sampler.suggest(number);
            if (suggestion.isEmpty()) {
                return history;
            }
            Configuration configuration = suggestion.get().configuration();
            FinishedTrial trial = Trials.completed(number, configuration, loss(each, configuration));
            sampler.update(List.of(trial), List.of());
            history.add(trial);
        }
        return history;
    }

    /** Some function of the configuration: the sum of its numbers in units of their ranges. */
    private static double loss(Case each, Configuration configuration) {
        return each.space().parameters().stream()
                .filter(parameter -> configuration.values().containsKey(parameter.name()))
                .mapToDouble(parameter ->
                        parameter.domain().toUnit(configuration.values().get(parameter.name())))
                .sum();
    }
}
