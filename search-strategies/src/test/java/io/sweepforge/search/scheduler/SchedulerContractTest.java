package io.sweepforge.search.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Schedulers;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.strategy.ChoiceOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every scheduler promises. */
class SchedulerContractTest {
    private static final Objective LOSS = new Objective("loss", Objective.Goal.MINIMIZE);
    private static final int MAX_EPOCHS = 20;

    /** A scheduler and one way to ask for it. */
    record Case(String kind, Map<String, Object> options) {
        Scheduler create() {
            return create(List.of(LOSS));
        }

        Scheduler create(List<Objective> objectives) {
            return Schedulers.create(kind, setup(objectives));
        }

        SchedulerSetup setup(List<Objective> objectives) {
            return new SchedulerSetup(Problems.mixed().space(), objectives, 1, options, 100, MAX_EPOCHS);
        }
    }

    /** Every kind with its defaults, and with every other word of its options that are words. */
    static Stream<Case> cases() {
        return Schedulers.descriptions().stream()
                .flatMap(kind -> Stream.concat(
                        Stream.of(new Case(kind.kind(), Map.of())),
                        kind.options().stream()
                                .filter(ChoiceOption.class::isInstance)
                                .map(ChoiceOption.class::cast)
                                .flatMap(option -> option.choices().stream()
                                        .filter(word -> !word.equals(option.defaultValue()))
                                        .map(word -> new Case(kind.kind(), Map.of(option.name(), word))))));
    }

    private record Step(Observation observation, Decision decision) {}

    /** Reports of 60 trials, epoch by epoch, some NaN, in an order that mixes trials. */
    private static List<Observation> reports() {
        Random random = new Random(9);
        List<Observation> reports = new ArrayList<>();
        for (int epoch = 1; epoch <= MAX_EPOCHS; epoch++) {
            List<Observation> round = new ArrayList<>();
            for (int number = 0; number < 60; number++) {
                double loss = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble();
                round.add(new Observation(number, epoch, List.of(loss)));
            }
            Collections.shuffle(round, random);
            reports.addAll(round);
        }
        return reports;
    }

    private static List<Step> run(Scheduler scheduler, List<Observation> reports) {
        List<Step> steps = new ArrayList<>();
        for (Observation report : reports) {
            Decision decision = scheduler.decide(report);
            scheduler.record(report, decision);
            steps.add(new Step(report, decision));
        }
        return steps;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void replayRebuildsTheSameDecisions(Case scheduled) {
        List<Observation> reports = reports();
        Scheduler original = scheduled.create();
        Scheduler replayed = scheduled.create();
        run(original, reports.subList(0, 300)).forEach(step -> replayed.record(step.observation(), step.decision()));
        List<Observation> rest = reports.subList(300, reports.size());
        assertThat(run(replayed, rest)).isEqualTo(run(original, rest));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decidingHasNoSideEffects(Case scheduled) {
        Scheduler asked = scheduled.create();
        Scheduler twice = scheduled.create();
        for (Observation report : reports()) {
            twice.decide(report);
            Decision decision = twice.decide(report);
            assertThat(decision).isEqualTo(asked.decide(report));
            asked.record(report, decision);
            twice.record(report, decision);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void repeatedReportsChangeNothing(Case scheduled) {
        Scheduler once = scheduled.create();
        Scheduler twice = scheduled.create();
        for (Observation report : reports()) {
            Decision decision = once.decide(report);
            assertThat(twice.decide(report)).isEqualTo(decision);
            once.record(report, decision);
            twice.record(report, decision);
            twice.record(report, decision);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStoppedTrialStaysStopped(Case scheduled) {
        Scheduler scheduler = scheduled.create();
        for (Step step : run(scheduler, reports())) {
            if (step.decision() instanceof Decision.Stop) {
                assertThat(scheduler.decide(step.observation())).isInstanceOf(Decision.Stop.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void survivesReportsOutOfOrderAndWithoutLosses(Case scheduled) {
        List<Observation> reports = new ArrayList<>(reports());
        Collections.shuffle(reports, new Random(3));
        reports.add(0, new Observation(100, 9, List.of()));
        reports.add(1, new Observation(100, 500, List.of(Double.NEGATIVE_INFINITY)));
        assertThat(run(scheduled.create(), reports))
                .allSatisfy(step -> assertThat(step.decision().reason()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neverComparesAtTheLastEpoch(Case scheduled) {
        Scheduler scheduler = scheduled.create();
        assertThat(scheduler.rungs())
                .isSorted()
                .allSatisfy(rung -> assertThat(rung).isBetween(1, MAX_EPOCHS - 1));
        for (int number = 0; number < 30; number++) {
            Observation last = new Observation(number, MAX_EPOCHS, List.of((double) number));
            Decision decision = scheduler.decide(last);
            scheduler.record(last, decision);
            assertThat(decision).isInstanceOf(Decision.Continue.class);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesSeveralObjectivesOrRefusesThem(Case scheduled) {
        SchedulerSetup two = scheduled.setup(List.of(LOSS, LOSS));
        if (Schedulers.refusals(scheduled.kind(), two).isEmpty()) {
            Observation report = new Observation(0, 1, List.of(0.1, 0.2));
            assertThat(Schedulers.create(scheduled.kind(), two).decide(report)).isNotNull();
        } else {
            assertThat(Schedulers.refusals(scheduled.kind(), two))
                    .allSatisfy(refusal -> assertThat(refusal.field()).isEqualTo("scheduler.kind"));
        }
    }

    private static List<Observation> withThreeLosses(List<Observation> reports) {
        Random random = new Random(17);
        List<Observation> wide = new ArrayList<>();
        for (Observation report : reports) {
            List<Double> losses = List.of(report.losses().get(0), random.nextDouble(), (double) random.nextInt(3));
            wide.add(new Observation(report.number(), report.epoch(), losses));
        }
        return wide;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void replayRebuildsTheSameDecisionsWithSeveralObjectives(Case scheduled) {
        List<Observation> reports = withThreeLosses(reports());
        Scheduler original = scheduled.create(List.of(LOSS, LOSS, LOSS));
        Scheduler replayed = scheduled.create(List.of(LOSS, LOSS, LOSS));
        run(original, reports.subList(0, 300)).forEach(step -> replayed.record(step.observation(), step.decision()));
        List<Observation> rest = reports.subList(300, reports.size());
        assertThat(run(replayed, rest)).isEqualTo(run(original, rest));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPausedTrialStaysPausedUntilItIsPromoted(Case scheduled) {
        Scheduler scheduler = scheduled.create();
        Set<Integer> paused = new HashSet<>();
        for (int number = 0; number < 5_000; number++) {
            Observation report = new Observation(number, 1, List.of((number * 0.6180339887498949) % 1));
            Decision decision = scheduler.decide(report);
            scheduler.record(report, decision);
            if (decision instanceof Decision.Promote promote) {
                assertThat(paused.remove(promote.number())).isTrue();
                paused.add(number);
            } else if (decision instanceof Decision.Pause) {
                paused.add(number);
            }
        }
        for (int number = 0; number < 5_000; number++) {
            boolean waits = scheduler.decide(new Observation(number, 2, List.of(0.5))) instanceof Decision.Pause;
            assertThat(waits).isEqualTo(paused.contains(number));
        }
    }

    /** All at one epoch. */
    private static void judge(Scheduler scheduler, int trials, int objectives) {
        Random random = new Random(5);
        for (int number = 0; number < trials; number++) {
            List<Double> losses = random.doubles(objectives).boxed().collect(Collectors.toList());
            Observation report = new Observation(number, 2, losses);
            Decision decision = scheduler.decide(report);
            assertThat(decision.reason()).isNotBlank();
            scheduler.record(report, decision);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Timeout(120)
    void judgesAHundredThousandTrials(Case scheduled) {
        judge(scheduled.create(), 100_000, 1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Timeout(120)
    void judgesThousandsOfTrialsByThreeObjectives(Case scheduled) {
        judge(scheduled.create(List.of(LOSS, LOSS, LOSS)), 2_000, 3);
    }
}
