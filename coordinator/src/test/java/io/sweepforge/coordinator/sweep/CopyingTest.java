package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.sweep.Sweeping.NODE;
import static io.sweepforge.coordinator.sweep.Sweeping.NOW;
import static io.sweepforge.coordinator.sweep.Sweeping.OTHER;
import static io.sweepforge.coordinator.sweep.Sweeping.checkpointed;
import static io.sweepforge.coordinator.sweep.Sweeping.completed;
import static io.sweepforge.coordinator.sweep.Sweeping.failed;
import static io.sweepforge.coordinator.sweep.Sweeping.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialLeased;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialSuggested;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.TrialAssignment;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.space.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Trials that are replaced by copies of better ones. */
class CopyingTest {
    private static final DatasetReference DATASET =
            new DatasetReference("d1", "digits", "csv", "classification", null, null, 1, List.of(1), 2);

    private final ScriptedScheduler scheduler = new ScriptedScheduler(2, 4, 6);
    private final Sweeping sweeping = Sweeping.with(Specs.trials(5), 2, 2).judgedBy(scheduler);

    @Test
    void endsTheReporterAndBeginsAChangedCopyFromTheDonorsCheckpoint() {
        sweeping.tell(NODE, reported(0, 1, 1, 2, 0.9), checkpointed(0, 1, 2, 2));
        List<SweepEvent> events = replaceTrial1();

        assertThat(events).hasSize(3);
        assertThat(sweeping.trial(1).state()).isEqualTo(TrialState.PRUNED);
        assertThat(sweeping.trial(1).reason()).isEqualTo("ranks last");
        Trial copy = sweeping.trial(2);
        assertThat(copy.origin()).isEqualTo(new Origin(0, new CheckpointReference("abc", 2, 10)));
        assertThat(copy.parameters())
                .containsOnlyKeys("learningRate")
                .isNotEqualTo(sweeping.trial(0).parameters());
        assertThat(copy.reason())
                .startsWith("Copy of trial 0 from epoch 2 in place of trial 1, with learningRate 0.0")
                .endsWith(" instead of 0.01.");
        assertThat(Views.trial(copy).parent()).isZero();
        assertThat(Views.trial(copy).epoch()).isEqualTo(2);
    }

    @Test
    void tellsTheNodeThatTheCheckpointIsAnotherTrialsUntilTheCopyHasItsOwn() {
        sweeping.tell(NODE, reported(0, 1, 1, 2, 0.9), checkpointed(0, 1, 2, 2));
        replaceTrial1();
        sweeping.on(new TrialLeased(2, 1, NODE, "cpu-0", NOW));
        assertThat(assignment(2).copy()).isTrue();
        assertThat(assignment(2).resumeFrom().epoch()).isEqualTo(2);
        assertThat(assignment(2).seed()).isNotEqualTo(assignment(0).seed());
        assertThat(assignment(0).copy()).isFalse();
        sweeping.tell(NODE, checkpointed(2, 1, 1, 4));
        sweeping.on(Failing.nodeLost(sweeping.sweep(), NODE, NOW)).on(new TrialLeased(2, 2, OTHER, "cpu-0", NOW));

        assertThat(assignment(2).copy()).isFalse();
        assertThat(assignment(2).resumeFrom().epoch()).isEqualTo(4);
    }

    @Test
    void judgesACopyOnlyBeyondItsParentsEpoch() {
        sweeping.tell(NODE, reported(0, 1, 1, 2, 0.9), checkpointed(0, 1, 2, 2));
        replaceTrial1();
        sweeping.on(new TrialLeased(2, 1, NODE, "cpu-0", NOW));
        sweeping.tell(NODE, reported(2, 1, 1, 3, 0.8), reported(2, 1, 2, 4, 0.8));

        assertThat(scheduler.seen()).hasSize(3);
        assertThat(scheduler.seen().get(2).epoch()).isEqualTo(4);
        assertThat(steps()).containsExactly(4);
    }

    private List<Integer> steps() {
        return sweeping.sweep().judgements().curve(2).stream()
                .map(point -> point.epoch())
                .toList();
    }

    @Test
    void beginsACopyAnewWhoseCheckpointIsOfNoUse() {
        sweeping.tell(NODE, reported(0, 1, 1, 2, 0.9), checkpointed(0, 1, 2, 2));
        replaceTrial1();
        sweeping.on(new TrialLeased(2, 1, NODE, "cpu-0", NOW));
        sweeping.tell(NODE, failed(2, 1, 1, FailureCode.BAD_CHECKPOINT));

        assertThat(sweeping.trial(2).checkpoint()).isNull();
        assertThat(sweeping.trial(2).beginsAsCopy()).isFalse();
    }

    @Test
    void letsTheReporterGoOnWhileTheDonorHasNoCheckpointAndTellsTheSchedulerSo() {
        sweeping.tell(NODE, reported(0, 1, 1, 2, 0.9));
        replaceTrial1();

        assertThat(sweeping.trial(1).state()).isEqualTo(TrialState.RUNNING);
        assertThat(sweeping.sweep().judgements().all().get(1).judgement())
                .isEqualTo(new Judgement(
                        Judgement.Kind.CONTINUE, "ranks last; but not now: trial 0 has no checkpoint yet", -1, 0));
    }

    @Test
    void copiesATrialThatHasEndedFromItsLastCheckpointBeforeThat() {
        sweeping.tell(
                NODE,
                checkpointed(0, 1, 1, 2),
                checkpointed(0, 1, 2, 4),
                checkpointed(0, 1, 3, Specs.EPOCHS),
                completed(0, 1, 4));
        replaceTrial1();

        assertThat(sweeping.trial(2).origin().checkpoint().epoch()).isEqualTo(4);
    }

    @Test
    void copiesNobodyWhoseOnlyCheckpointIsThatOfTheEndOrBeyondTheBudget() {
        sweeping.tell(NODE, checkpointed(0, 1, 1, Specs.EPOCHS), completed(0, 1, 2));
        assertThat(Copying.obstacle(sweeping.sweep(), 0)).contains("trial 0 has no checkpoint but that of its end");
        Sweeping full = Sweeping.with(Specs.trials(2), 2, 2);
        full.tell(NODE, checkpointed(0, 1, 1, 2));

        assertThat(Copying.obstacle(full.sweep(), 0)).contains("all 2 trials of the budget have begun");
    }

    @Test
    void proposesOnlyThePopulationAndEndsWithIt() {
        sweeping.tell(NODE, reported(0, 1, 1, 2, 0.9), checkpointed(0, 1, 2, 2));
        assertThat(sweeping.sweep().isPlanned(3)).isFalse();
        replaceTrial1();
        assertThat(sweeping.sweep().isPlanned(3)).isFalse();
        assertThat(sweeping.sweep().isPlanned(2)).isTrue();
        sweeping.on(new TrialLeased(2, 1, NODE, "cpu-0", NOW));
        sweeping.tell(NODE, completed(0, 1, 3), completed(2, 1, 1));
        sweeping.on(Ending.events(sweeping.sweep(), 2, NOW));

        assertThat(sweeping.sweep().state()).isEqualTo(SweepState.COMPLETED);
        assertThat(sweeping.sweep().reason()).isEqualTo("The whole population is done: 3 trials, 1 of them copies.");
    }

    @Test
    void dropsASuggestionWhoseNumberACopyTook() {
        sweeping.tell(NODE, reported(0, 1, 1, 2, 0.9), checkpointed(0, 1, 2, 2));
        replaceTrial1();
        Configuration late = new Configuration(Map.of("learningRate", 0.02));
        SweepCommand suggested = new SweepCommand.Suggested(2, Optional.of(new Suggestion(late, "late")));

        assertThat(Commands.news(sweeping.sweep(), suggested, true, NOW)).isEmpty();
        assertThat(sweeping.trial(2).origin()).isNotNull();
    }

    @Test
    void savesWhatACopyNeedsWheneverTrialsAreCompared() {
        sweeping.on(new TrialSuggested(2, Map.of("learningRate", 0.01), "chance", NOW))
                .on(new TrialLeased(2, 1, NODE, "cpu-0", NOW));
        assertThat(assignment(2).checkpointEvery()).isEqualTo(50);
        scheduler.sampling(2);

        assertThat(assignment(2).checkpointEvery()).isEqualTo(2);
    }

    @Test
    void holdsLanesOnlyAtRungsThatAreNotCloseTogether() {
        assertThat(Assignments.holdAt(List.of(1, 3, 9, 27))).containsExactly(1, 3, 9, 27);
        assertThat(Assignments.holdAt(List.of(2, 4, 6, 8, 10, 12, 14))).containsExactly(2, 4, 6, 10);
        assertThat(Assignments.holdAt(List.of())).isEmpty();
    }

    private List<SweepEvent> replaceTrial1() {
        scheduler.then(new Decision.Exploit(0, "ranks last"));
        return sweeping.tell(NODE, reported(1, 1, 1, 2, 0.1));
    }

    private TrialAssignment assignment(int number) {
        Trial trial = sweeping.trial(number);
        return Assignments.of(sweeping.sweep(), trial, trial.lease(), DATASET, scheduler, 50);
    }
}
