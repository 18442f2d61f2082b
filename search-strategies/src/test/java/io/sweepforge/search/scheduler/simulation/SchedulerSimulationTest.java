package io.sweepforge.search.scheduler.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Schedulers;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.scheduler.simulation.SimulatedTrial.State;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole sweeps of 100 trials and 27 epochs on 8 lanes, medians over 11 seeds. */
class SchedulerSimulationTest {
    private static final int SEEDS = 11;
    private static final int MAX_EPOCHS = 27;
    private static final int TRIALS = 100;

    /** Kind, options, the share of plain random search's epochs that may be spent. */
    static List<Arguments> savers() {
        return List.of(
                Arguments.of("asha", Map.of(), 0.25),
                Arguments.of("asha", Map.of("mode", "promotion"), 0.25),
                Arguments.of("hyperband", Map.of(), 0.5),
                Arguments.of("hyperband", Map.of("mode", "promotion"), 0.5),
                Arguments.of("median", Map.of(), 0.7),
                Arguments.of("pbt", Map.of("population", 20, "interval", 3), 0.25));
    }

    private static Outcome run(String kind, Map<String, Object> options, long seed, int trials) {
        Curves curves = new Curves(seed, 0.01, 0.0005, 0.15);
        SchedulerSetup setup = new SchedulerSetup(
                Curves.SPACE,
                List.of(new Objective("loss", Objective.Goal.MINIMIZE)),
                seed,
                options,
                trials,
                MAX_EPOCHS);
        Scheduler scheduler = Schedulers.create(kind, setup);
        return Simulation.run(new Simulation.Plan(curves, seed, trials, 8, MAX_EPOCHS), scheduler);
    }

    private static double median(ToDoubleFunction<Long> ofSeed) {
        return IntStream.range(0, SEEDS)
                .mapToDouble(seed -> ofSeed.applyAsDouble((long) seed))
                .sorted()
                .toArray()[SEEDS / 2];
    }

    @ParameterizedTest
    @MethodSource("savers")
    void spendsFarFewerEpochsAndFindsSomethingAboutAsGood(String kind, Map<String, Object> options, double share) {
        double epochs = median(seed -> run(kind, options, seed, TRIALS).epochs());
        double plainEpochs = median(seed -> run("none", Map.of(), seed, TRIALS).epochs());
        double loss = median(seed -> run(kind, options, seed, TRIALS).best());
        double plainLoss = median(seed -> run("none", Map.of(), seed, TRIALS).best());
        assertThat(epochs).isLessThan(share * plainEpochs);
        assertThat(loss).isLessThan(plainLoss + 0.02);
    }

    @ParameterizedTest
    @MethodSource("savers")
    void everyTrialEndsOrWaitsAndSomebodyReachesTheLastEpoch(String kind, Map<String, Object> options) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Outcome outcome = run(kind, options, seed, TRIALS);
            assertThat(outcome.count(State.RUNNING) + outcome.count(State.PENDING))
                    .isZero();
            assertThat(outcome.count(State.COMPLETED)).isPositive();
            assertThat(outcome.trials()).hasSizeLessThanOrEqualTo(TRIALS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 20})
    void somebodyReachesTheLastEpochHoweverFewTrialsThereAre(int trials) {
        for (String mode : List.of("stopping", "promotion")) {
            for (long seed = 0; seed < 3; seed++) {
                Outcome outcome = run("asha", Map.of("mode", mode), seed, trials);
                boolean allDiverged = outcome.trials().stream().allMatch(trial -> Double.isNaN(trial.weights()));
                assertThat(outcome.count(State.COMPLETED) > 0 || allDiverged).isTrue();
            }
        }
    }

    @Test
    void promotionTakesUpTrialsThatHadBeenPaused() {
        Outcome outcome = run("asha", Map.of("mode", "promotion"), 0, TRIALS);
        assertThat(outcome.trials().stream()
                        .mapToInt(SimulatedTrial::promotions)
                        .sum())
                .isPositive();
        assertThat(outcome.count(State.PAUSED)).isGreaterThan(50);
    }

    @Test
    void theSameSeedGivesTheSameSweep() {
        assertThat(run("pbt", Map.of(), 5, TRIALS).bestAfter())
                .isEqualTo(run("pbt", Map.of(), 5, TRIALS).bestAfter());
    }
}
