package io.sweepforge.coordinator;

import static io.sweepforge.coordinator.TestCoordinator.await;
import static io.sweepforge.coordinator.TestCoordinator.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.persistence.jdbc.query.javadsl.JdbcReadJournal;
import akka.persistence.query.PersistenceQuery;
import akka.stream.javadsl.Sink;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.Outcome;
import io.sweepforge.coordinator.api.ReportView;
import io.sweepforge.coordinator.api.SweepChange;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.Sweeps.SweepQuery;
import io.sweepforge.coordinator.api.Sweeps.TrialOrder;
import io.sweepforge.coordinator.api.Sweeps.TrialQuery;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.coordinator.persistence.DatabaseConfig;
import io.sweepforge.coordinator.sweep.Specs;
import io.sweepforge.coordinator.sweep.SweepEntity;
import io.sweepforge.coordinator.sweep.SweepEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a coordinator has to do on every database: with a node over the real protocol, through crashes. */
abstract class CoordinatorContract {
    private static final int PROMOTION_TRIALS = 24;
    private static final int POPULATION = 12;

    @TempDir
    Path data;

    private TestCoordinator coordinator;
    private TestNode node;
    private FakeTrainer trainer;

    abstract DatabaseConfig database();

    @BeforeEach
    void start() {
        trainer = new FakeTrainer("n1", "i1", 8);
        connect();
    }

    @AfterEach
    void stop() {
        node.disconnect();
        coordinator.crash();
    }

    private void connect() {
        coordinator = TestCoordinator.start(database(), data);
        node = TestNode.connect(trainer, coordinator);
    }

    private void crashAndRestart() {
        node.disconnect();
        coordinator.crash();
        trainer.train();
        connect();
    }

    @Test
    void finishesEveryTrialExactlyOnceThroughCrashes() {
        int trials = crashTrials();
        String sweep = done(coordinator.sweeps().create(Specs.stopping(trials), Optional.empty()))
                .id();
        for (int crash = 1; crash <= 2; crash++) {
            awaitFinished(sweep, trials * crash / 3);
            crashAndRestart();
        }
        SweepView end = awaitState(sweep, SweepState.COMPLETED);

        assertThat(end.trials().total()).isEqualTo(trials);
        assertThat(end.trials().completed() + end.trials().pruned()).isEqualTo(trials);
        assertThat(end.trials().pruned()).isPositive();
        assertThat(endings(sweep))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, trials).boxed().toList());
        List<TrialView> all = trials(sweep);
        assertThat(all).allSatisfy(trial -> assertThat(trial.attempts()).isEqualTo(1));
        assertThat(all)
                .allSatisfy(trial -> assertThat(steps(sweep, trial.number()))
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, trial.epoch()).boxed().toList()));
    }

    @Test
    void pausesAndPromotesThroughACrash() {
        String sweep = done(coordinator.sweeps().create(Specs.promotion(PROMOTION_TRIALS), Optional.empty()))
                .id();
        awaitFinished(sweep, 2);
        crashAndRestart();
        SweepView end = awaitState(sweep, SweepState.COMPLETED);

        assertThat(end.trials().completed()).isBetween(2, PROMOTION_TRIALS / 2);
        assertThat(end.trials().completed() + end.trials().pruned()).isEqualTo(PROMOTION_TRIALS);
        List<TrialView> all = trials(sweep);
        assertThat(all.stream().filter(trial -> trial.attempts() > 1))
                .as("promoted")
                .isNotEmpty();
        assertThat(all)
                .allSatisfy(trial -> assertThat(steps(sweep, trial.number()))
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, trial.epoch()).boxed().toList()));
        assertThat(all.stream().filter(trial -> trial.state() == TrialState.PRUNED))
                .allSatisfy(trial -> {
                    assertThat(trial.epoch()).as("waits at a rung").isIn(1, 3);
                    assertThat(trial.reason()).startsWith("Paused at epoch " + trial.epoch());
                });
    }

    @Test
    void trainsAPopulationWhoseWorstAreReplacedByCopiesThroughACrash() {
        String sweep = done(coordinator.sweeps().create(Specs.population(POPULATION, 100), Optional.empty()))
                .id();
        awaitFinished(sweep, 2);
        crashAndRestart();
        SweepView end = awaitState(sweep, SweepState.COMPLETED);

        assertThat(end.trials().completed()).as("the population at its end").isEqualTo(POPULATION);
        List<TrialView> copies =
                trials(sweep).stream().filter(trial -> trial.parent() != null).toList();
        assertThat(copies).isNotEmpty().hasSize(end.trials().pruned());
        assertThat(end.stopReason())
                .isEqualTo("The whole population is done: %d trials, %d of them copies."
                        .formatted(POPULATION + copies.size(), copies.size()));
        assertThat(copies).allSatisfy(copy -> {
            List<Integer> steps = steps(sweep, copy.number());
            int first = steps.get(0);
            assertThat(first).as("the first epoch after the parent's").isGreaterThan(2);
            assertThat(steps)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(first, copy.epoch()).boxed().toList());
        });
    }

    /** How many trials the crash test runs. */
    int crashTrials() {
        return 200;
    }

    @Test
    void answersTheFirstSweepWhenARequestIsRepeated() {
        Optional<String> key = Optional.of("once");
        String first = done(coordinator.sweeps().create(Specs.trials(1), key)).id();
        crashAndRestart();

        assertThat(done(coordinator.sweeps().create(Specs.trials(1), key)).id()).isEqualTo(first);
        assertThat(list()).hasSize(1);
    }

    @Test
    void forgetsAFinishedSweepWithAllItsRows() {
        String sweep = done(coordinator.sweeps().create(Specs.trials(2), Optional.empty()))
                .id();
        awaitState(sweep, SweepState.COMPLETED);
        done(coordinator.sweeps().delete(sweep));

        assertThat(list()).isEmpty();
        assertThatThereIsNo(sweep);
        crashAndRestart();
        assertThatThereIsNo(sweep);
    }

    private void assertThatThereIsNo(String sweep) {
        Outcome<SweepView> gone = await(coordinator.sweeps().get(sweep));
        assertThat(gone)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void tellsWatchersEverythingAfterTheChangeTheyKnow() {
        String sweep = done(coordinator.sweeps().create(Specs.trials(3), Optional.empty()))
                .id();
        List<SweepChange> seen = watchFrom(sweep, "1");

        assertThat(seen.stream().map(change -> Long.parseLong(change.id()))).isSorted();
        assertThat(reports(seen)).hasSize(3 * Specs.EPOCHS);
        String half = seen.get(seen.size() / 2).id();
        List<SweepChange> unseen = seen.stream()
                .filter(change -> Long.parseLong(change.id()) > Long.parseLong(half))
                .toList();
        assertThat(reports(watchFrom(sweep, half))).isEqualTo(reports(unseen));
    }

    @Test
    void tellsATrialsWholeHistoryAndNothingElse() {
        String sweep = done(coordinator.sweeps().create(Specs.trials(3), Optional.empty()))
                .id();
        awaitState(sweep, SweepState.COMPLETED);
        List<String> log = await(done(coordinator.sweeps().log(sweep, 1)).runWith(Sink.seq(), coordinator.system()));

        assertThat(log.get(0)).contains(" suggested learningRate=");
        assertThat(log.get(1)).contains(" attempt 1: leased to node n1, ");
        assertThat(log.stream().filter(line -> line.contains(": epoch "))).hasSize(Specs.EPOCHS);
        assertThat(log.get(log.size() - 1)).endsWith(" completed");
        assertThat(await(coordinator.sweeps().log(sweep, 3))).isInstanceOf(Outcome.Rejected.class);
    }

    private List<SweepChange> watchFrom(String sweep, String id) {
        return await(coordinator
                .sweeps()
                .changes(sweep, Optional.of(id))
                .takeWhile(change -> !isEnd(change), true)
                .runWith(Sink.seq(), coordinator.system()));
    }

    private static List<SweepChange.Payload> reports(List<SweepChange> changes) {
        return changes.stream()
                .map(SweepChange::payload)
                .filter(SweepChange.Payload.Reported.class::isInstance)
                .toList();
    }

    @Test
    void tellsWhoWatchesAllSweepsHowEachStandsNow() {
        String sweep = done(coordinator.sweeps().create(Specs.trials(2), Optional.empty()))
                .id();
        SweepChange end = await(coordinator
                .sweeps()
                .changes(Optional.of("0"))
                .filter(CoordinatorContract::isEnd)
                .runWith(Sink.head(), coordinator.system()));

        assertThat(end.payload())
                .isInstanceOfSatisfying(
                        SweepChange.Payload.SweepChanged.class,
                        changed -> assertThat(changed.sweep().id()).isEqualTo(sweep));
    }

    private static boolean isEnd(SweepChange change) {
        return change.payload() instanceof SweepChange.Payload.SweepChanged changed
                && changed.sweep().state().isFinal();
    }

    private void awaitFinished(String sweep, int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            SweepView.TrialCounts counts = done(coordinator.sweeps().get(sweep)).trials();
            return counts.completed() + counts.pruned() >= count;
        });
    }

    private SweepView awaitState(String sweep, SweepState state) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> done(coordinator.sweeps().get(sweep)), view -> view.state() == state);
    }

    private List<SweepView> list() {
        return await(coordinator
                        .sweeps()
                        .list(new SweepQuery(
                                Optional.empty(), Optional.empty(), Optional.empty(), 100, Optional.empty())))
                .items();
    }

    private List<TrialView> trials(String sweep) {
        return done(coordinator
                        .sweeps()
                        .trials(
                                sweep,
                                new TrialQuery(Optional.empty(), TrialOrder.NUMBER, false, 1000, Optional.empty())))
                .items();
    }

    private List<Integer> steps(String sweep, int trial) {
        return done(coordinator.sweeps().metrics(sweep, trial)).stream()
                .map(ReportView::step)
                .toList();
    }

    private List<Integer> endings(String sweep) {
        return await(PersistenceQuery.get(coordinator.system())
                .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier())
                .currentEventsByPersistenceId(SweepEntity.persistenceId(sweep).id(), 0, Long.MAX_VALUE)
                .map(envelope -> envelope.event())
                .filter(SweepEvent.TrialEnded.class::isInstance)
                .map(event -> ((SweepEvent.TrialEnded) event).number())
                .runWith(Sink.seq(), coordinator.system()));
    }
}
