package io.sweepforge.coordinator.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.testkit.typed.FishingOutcome;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.FishingOutcomes;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import io.sweepforge.coordinator.InMemory;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.ReportView;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.directory.DirectoryCommand;
import io.sweepforge.coordinator.dispatch.DispatcherCommand;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.Demand;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.protocol.NodeMessage.Verdict;
import io.sweepforge.protocol.TrialAssignment;
import io.sweepforge.protocol.TrialUpdate;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The thin actor: what it persists, whom it tells, and that it forgets nothing. */
class SweepEntityTest {
    private static final class Reports implements ReportStore {
        private final List<ReportRow> rows = new ArrayList<>();
        private CompletionStage<Done> answer = CompletableFuture.completedFuture(Done.getInstance());

        @Override
        public CompletionStage<Done> save(String sweep, List<ReportRow> saved) {
            rows.addAll(saved);
            return answer;
        }

        @Override
        public CompletionStage<List<ReportView>> load(String sweep, int trial) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Done> forget(String sweep) {
            throw new UnsupportedOperationException();
        }
    }

    private static final SweepReply EARLIER = new SweepReply.EarlierShown(
            Specs.trials(1).objectives(),
            List.of(new EarlierTrial(
                    "old", 3, Map.of("learningRate", 0.01), Outcome.COMPLETED, List.of(0.9), Specs.EPOCHS)));

    private final ActorTestKit kit = ActorTestKit.create(InMemory.CONFIG);
    private final TestProbe<DispatcherCommand> dispatcher = kit.createTestProbe();
    private final TestProbe<DirectoryCommand> directory = kit.createTestProbe();
    private final TestProbe<ClusterSharding.ShardCommand> shard = kit.createTestProbe();
    private final TestProbe<SweepReply> people = kit.createTestProbe();
    private final TestProbe<NodeMessage> node = kit.createTestProbe();
    private final Reports reports = new Reports();

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void leasesASuggestedTrialAndTellsTheNode() {
        ActorRef<SweepCommand> entity = create();
        TrialAssignment assignment = lease(entity, 1);

        assertThat(assignment.attempt()).isEqualTo(new AttemptId("s", 0, 1));
        assertThat(assignment.parameters()).containsEntry("batchSize", 64).containsKey("learningRate");
        assertThat(assignment.seed()).isEqualTo(TrialSeed.of(7, 0));
        assertThat(demand(1).holdings()).hasSize(1);
    }

    @Test
    void acknowledgesOnlyWhatIsSaved() {
        ActorRef<SweepCommand> entity = create();
        lease(entity, 1);
        CompletableFuture<Done> saving = new CompletableFuture<>();
        reports.answer = saving;
        entity.tell(news(report(1)));
        assertThat(shown(entity).sequence()).isEqualTo(6);
        node.expectNoMessage();
        saving.complete(Done.getInstance());

        NodeMessage.Acknowledged answer = node.expectMessageClass(NodeMessage.Acknowledged.class);
        assertThat(answer.acknowledgements().get(0).sequence()).isEqualTo(1);
        assertThat(reports.rows).hasSize(1);
    }

    @Test
    void acknowledgesNothingThatComesAfterAnUnsavedReport() {
        ActorRef<SweepCommand> entity = create();
        lease(entity, 1);
        CompletableFuture<Done> saving = new CompletableFuture<>();
        reports.answer = saving;
        entity.tell(news(report(1)));
        shown(entity);
        reports.answer = CompletableFuture.completedFuture(Done.getInstance());
        entity.tell(news(report(2)));
        assertThat(acknowledged()).isZero();
        saving.completeExceptionally(new IllegalStateException("The database is away"));
        entity.tell(news(report(1), report(2)));

        assertThat(acknowledged()).isEqualTo(2);
    }

    @Test
    void tellsTheDirectoryThatItIsOverWhenItIsWokenForNothing() {
        ActorRef<SweepCommand> entity = create();
        entity.tell(new SweepCommand.Cancel(people.ref()));
        people.receiveMessage();
        directory.fishForMessage(Duration.ofSeconds(10), SweepEntityTest::isOver);
        entity.tell(new SweepCommand.Create(Specs.trials(4), people.ref()));

        directory.fishForMessage(Duration.ofSeconds(10), SweepEntityTest::isOver);
    }

    private static FishingOutcome isOver(DirectoryCommand command) {
        return command instanceof DirectoryCommand.Update update
                        && update.sweep().state().isFinal()
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore();
    }

    @Test
    void isGoneAsSoonAsItsRowsAre() {
        ActorRef<SweepCommand> entity = create();
        entity.tell(new SweepCommand.Forgotten());
        entity.tell(new SweepCommand.Show(people.ref()));

        assertThat(people.expectMessageClass(SweepReply.Refused.class).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    private long acknowledged() {
        return node.expectMessageClass(NodeMessage.Acknowledged.class)
                .acknowledgements()
                .get(0)
                .sequence();
    }

    @Test
    void savesADuplicateAgainAndAnswersTheSame() {
        ActorRef<SweepCommand> entity = create();
        lease(entity, 1);
        entity.tell(news(report(1)));
        NodeMessage first = node.receiveMessage();
        entity.tell(news(report(1)));

        assertThat(node.receiveMessage()).isEqualTo(first);
        assertThat(reports.rows).hasSize(2);
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        ActorRef<SweepCommand> entity = create();
        lease(entity, 1);
        entity.tell(news(report(1), report(2)));
        node.receiveMessage();
        SweepReply.Shown before = shown(entity);
        kit.stop(entity);
        ActorRef<SweepCommand> again = spawn();

        assertThat(shown(again)).isEqualTo(before);
        again.tell(news(report(2), report(3)));
        NodeMessage.Acknowledged answer = node.expectMessageClass(NodeMessage.Acknowledged.class);
        assertThat(answer.acknowledgements().get(0).sequence()).isEqualTo(3);
    }

    @Test
    void keepsWhatItLearnedFromEarlierSweepsBeforeItSuggestsAnything() {
        ActorRef<SweepCommand> entity = spawn();
        entity.tell(new SweepCommand.Create(Specs.startingFrom("old"), people.ref()));
        people.expectMessageClass(SweepReply.Shown.class);
        SweepReply.Shown before = shown(entity);
        assertThat(before.sequence())
                .as("created, warm-started and two suggestions")
                .isEqualTo(4);
        assertThat(before.sweep().spec().warmStart().sweeps()).containsExactly("old");
        kit.stop(entity);

        assertThat(shown(spawn())).isEqualTo(before);
    }

    @Test
    void suggestsTheSameAgainForTheSameSeed() {
        Map<String, Object> first = lease(create(), 1).parameters();
        kit.shutdownTestKit();

        SweepEntityTest other = new SweepEntityTest();
        assertThat(other.lease(other.create(), 1).parameters()).isEqualTo(first);
        other.stop();
    }

    @Test
    void tellsTheNodeToStopWhenTheSweepIsCancelled() {
        ActorRef<SweepCommand> entity = create();
        lease(entity, 1);
        entity.tell(new SweepCommand.Cancel(people.ref()));

        assertThat(node.expectMessageClass(NodeMessage.Stop.class).reason()).isEqualTo("Cancelled by hand.");
        SweepReply.Shown end = people.expectMessageClass(SweepReply.Shown.class);
        assertThat(end.sweep().state()).isEqualTo(SweepState.CANCELLED);
        entity.tell(news(report(1)));
        NodeMessage.Acknowledged answer = node.expectMessageClass(NodeMessage.Acknowledged.class);
        assertThat(answer.acknowledgements().get(0).verdict()).isEqualTo(Verdict.STOP);
    }

    @Test
    void passivatesWithoutASweepAndAbandonsWhatIsToldAboutIt() {
        ActorRef<SweepCommand> entity = spawn();
        entity.tell(new SweepCommand.Show(people.ref()));

        assertThat(people.expectMessageClass(SweepReply.Refused.class).code()).isEqualTo(ErrorCode.NOT_FOUND);
        shard.expectMessageClass(ClusterSharding.Passivate.class);
        entity.tell(news(report(1)));
        NodeMessage.Acknowledged answer = node.expectMessageClass(NodeMessage.Acknowledged.class);
        assertThat(answer.acknowledgements().get(0).verdict()).isEqualTo(Verdict.ABANDON);
    }

    private ActorRef<SweepCommand> spawn() {
        SweepWorld world = new SweepWorld(
                reports,
                dispatcher.ref(),
                directory.ref(),
                hash -> Optional.of(dataset(hash)),
                new WarmStarts((sweep, limit) -> CompletableFuture.completedFuture(EARLIER)),
                Clock.fixed(Sweeping.NOW, ZoneOffset.UTC),
                2,
                5);
        return kit.spawn(SweepEntity.create("s", shard.ref(), world));
    }

    private ActorRef<SweepCommand> create() {
        ActorRef<SweepCommand> entity = spawn();
        entity.tell(new SweepCommand.Create(Specs.trials(4), people.ref()));
        people.expectMessageClass(SweepReply.Shown.class);
        return entity;
    }

    /** Waits until two suggestions are ready, then gives one lane: events 1 to 4. */
    private TrialAssignment lease(ActorRef<SweepCommand> entity, long offer) {
        Demand demand = demand(0);
        while (demand.wanted() < 2) {
            demand = demand(0);
        }
        entity.tell(new SweepCommand.Offered(offer, List.of(new LaneOffer(Sweeping.NODE, "cpu-0", node.ref()))));
        return node.expectMessageClass(NodeMessage.Start.class).assignment();
    }

    private Demand demand(long answered) {
        Demand demand = dispatcher.expectMessageClass(Demand.class);
        while (demand.answered() < answered) {
            demand = dispatcher.expectMessageClass(Demand.class);
        }
        return demand;
    }

    private SweepReply.Shown shown(ActorRef<SweepCommand> entity) {
        SweepReply.Shown shown;
        do {
            entity.tell(new SweepCommand.Show(people.ref()));
            shown = people.expectMessageClass(SweepReply.Shown.class);
        } while (shown.sweep().trials().pending() < 2);
        return shown;
    }

    private SweepCommand news(TrialUpdate... updates) {
        return new SweepCommand.FromNode(Sweeping.NODE, List.of(updates), node.ref());
    }

    private static TrialUpdate report(int number) {
        return Sweeping.reported(0, 1, number, number, 0.1 * number);
    }

    private static DatasetReference dataset(String hash) {
        return new DatasetReference(hash, "digits", "csv", "classification", null, null, 1, List.of(1), 2);
    }
}
