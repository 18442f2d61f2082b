package io.sweepforge.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import com.typesafe.config.ConfigFactory;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.node.Samples;
import io.sweepforge.node.device.LaneEvent;
import io.sweepforge.node.trial.CheckpointStore;
import io.sweepforge.node.trial.FakeDevice;
import io.sweepforge.node.trial.Families;
import io.sweepforge.node.trial.Outbox;
import io.sweepforge.node.trial.TrialRunner;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.CoordinatorMessage;
import io.sweepforge.protocol.CoordinatorMessage.Goodbye;
import io.sweepforge.protocol.CoordinatorMessage.Heartbeat;
import io.sweepforge.protocol.CoordinatorMessage.Hello;
import io.sweepforge.protocol.CoordinatorMessage.Updates;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.protocol.NodeMessage.Acknowledged;
import io.sweepforge.protocol.NodeMessage.Acknowledgement;
import io.sweepforge.protocol.NodeMessage.Verdict;
import io.sweepforge.protocol.TrialUpdate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeAgentTest {
    private static final NodeIdentity IDENTITY = new NodeIdentity("node", "first");
    private static final AttemptId FIRST = Samples.attempt(0);
    private static final NodeAgent.Timing FAST = new NodeAgent.Timing(Duration.ofMillis(100), Duration.ofMillis(50));

    private final ActorTestKit kit =
            ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local, akka.log-dead-letters = off"));
    private final FakeDevice device = new FakeDevice(1);
    private final Families families = new Families(ModelFamilies.all());
    private final BlockingQueue<String> welcomes = new LinkedBlockingQueue<>();
    private final TrialRunner trials = new TrialRunner(
            families,
            reference -> CompletableFuture.completedFuture(Samples.dataset()),
            new SavesAtOnce(),
            new Outbox(Duration.ofMillis(200)),
            Clock.systemUTC());
    private final TestProbe<CoordinatorMessage> gateway = kit.createTestProbe();
    private ActorRef<NodeAgent.Command> agent;

    @BeforeEach
    void start() {
        device.tell(trials::on);
        trials.add(device);
        NodeDescription node =
                new NodeDescription(IDENTITY, "here:1", List.of(Samples.device(1)), families.descriptions());
        agent = kit.spawn(NodeAgent.create(node, families, trials, FAST, welcome -> welcomes.add(welcome.httpUrl())));
    }

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void greetsUntilItIsWelcomedAndThenSaysThatItLives() throws InterruptedException {
        register(gateway);
        Hello hello = next(gateway, Hello.class);
        assertThat(hello.node().identity()).isEqualTo(IDENTITY);
        assertThat(hello.node().families()).hasSize(ModelFamilies.all().size());
        next(gateway, Hello.class);

        hello.replyTo().tell(new NodeMessage.Welcome("http://here"));

        Heartbeat heartbeat = next(gateway, Heartbeat.class);
        assertThat(heartbeat.devices())
                .singleElement()
                .satisfies(status -> assertThat(status.id()).isEqualTo("cpu-0"));
        assertThat(heartbeat.draining()).isFalse();
        assertThat(welcomes.take()).isEqualTo("http://here");
    }

    @Test
    void greetsAgainWhenItIsNotKnown() {
        ActorRef<NodeMessage> node = join(gateway);
        device(node, 0);

        node.tell(new NodeMessage.WhoAreYou());

        assertThat(next(gateway, Hello.class).held()).containsExactly(FIRST);
    }

    @Test
    void sendsAgainWhatIsNotAcknowledgedAndNothingElse() {
        ActorRef<NodeMessage> node = join(gateway);
        device(node, 0);
        device.finishesEpoch(0, 1);
        assertThat(sequences(next(gateway, Updates.class))).containsExactly(1L);
        assertThat(sequences(next(gateway, Updates.class))).containsExactly(1L);
        device.finishesEpoch(0, 2);
        acknowledge(node, 1, Verdict.CONTINUE);

        next(gateway, Updates.class, updates -> sequences(updates).equals(List.of(2L)));
    }

    @Test
    void aStopVerdictTakesTheLaneOutBeforeItsNextReport() {
        ActorRef<NodeMessage> node = join(gateway);
        device(node, 0);
        device.finishesEpoch(0, 1);
        next(gateway, Updates.class);
        acknowledge(node, 1, Verdict.STOP);
        gateway.awaitAssert(() -> {
            assertThat(device.removed).hasSize(1);
            return device;
        });

        device.says(new LaneEvent.Removed(device.lane(0)));

        next(gateway, Updates.class, updates -> updates.updates().get(0) instanceof TrialUpdate.Stopped);
    }

    @Test
    void aPauseVerdictIsAnsweredByCheckpointAndPause() {
        ActorRef<NodeMessage> node = join(gateway);
        device(node, 0);
        acknowledge(node, 0, Verdict.PAUSE);
        gateway.awaitAssert(() -> {
            assertThat(device.parked).hasSize(1);
            return device;
        });

        device.says(new LaneEvent.Parked(device.lane(0), 1, new byte[1]));

        next(gateway, Updates.class, updates -> sequences(updates).contains(2L));
    }

    @Test
    void anAbandonedAttemptIsNeverHeardOfAgain() {
        ActorRef<NodeMessage> node = join(gateway);
        device(node, 0);
        device.finishesEpoch(0, 1);
        acknowledge(node, 0, Verdict.ABANDON);

        next(
                gateway,
                Heartbeat.class,
                heartbeat -> heartbeat.devices().get(0).running().isEmpty());
        assertThat(trials.held()).isEmpty();
        assertThat(device.removed).hasSize(1);
    }

    @Test
    void aStartThatComesAgainChangesNothing() {
        ActorRef<NodeMessage> node = join(gateway);
        device(node, 0);
        node.tell(new NodeMessage.Start(Samples.assignment(0)));
        node.tell(new NodeMessage.Start(Samples.assignment(1)));

        Updates refusal = next(gateway, Updates.class);

        assertThat(refusal.updates()).singleElement().isInstanceOfSatisfying(TrialUpdate.Failed.class, failed -> {
            assertThat(failed.attempt()).isEqualTo(Samples.attempt(1));
            assertThat(failed.failure().code()).isEqualTo(FailureCode.NODE_BUSY);
        });
        assertThat(device.started).hasSize(1);
    }

    @Test
    void saysThatItIsDrained() {
        ActorRef<NodeMessage> node = join(gateway);

        node.tell(new NodeMessage.Drain());

        next(gateway, Heartbeat.class, Heartbeat::draining);
    }

    @Test
    void answersAStopOfAnAttemptThatNeverArrived() {
        ActorRef<NodeMessage> node = join(gateway);

        node.tell(new NodeMessage.Stop(FIRST, "cancelled"));

        assertThat(next(gateway, Updates.class).updates().get(0)).isInstanceOf(TrialUpdate.Stopped.class);
    }

    @Test
    void saysWhatATrialWouldNeed() {
        ActorRef<NodeMessage> node = join(gateway);
        TestProbe<NodeMessage.TrialRequirements> asker = kit.createTestProbe();

        node.tell(describe("lstm-classifier", Map.of(), asker));
        assertThat(asker.receiveMessage()).satisfies(needs -> {
            assertThat(needs.problems()).isEmpty();
            assertThat(needs.bytes()).isPositive();
        });

        node.tell(describe("transformer", Map.of(), asker));
        assertThat(asker.receiveMessage().problems()).singleElement().asString().contains("transformer");
    }

    @Test
    void greetsTheNextGatewayAndTellsItEverythingUnacknowledged() {
        ActorRef<NodeMessage> node = join(gateway);
        device(node, 0);
        device.finishesEpoch(0, 1);
        device.finishesEpoch(0, 2);
        next(gateway, Updates.class);
        TestProbe<CoordinatorMessage> successor = kit.createTestProbe();

        gateway.stop();
        device.finishesEpoch(0, 3);
        register(successor);
        Hello hello = next(successor, Hello.class);
        assertThat(hello.held()).containsExactly(FIRST);
        hello.replyTo().tell(new NodeMessage.Welcome("http://there"));

        assertThat(sequences(next(successor, Updates.class))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void staysWithItsGatewayWhenAnotherAppears() {
        join(gateway);
        TestProbe<CoordinatorMessage> other = kit.createTestProbe();
        register(other);

        next(gateway, Heartbeat.class);
        other.expectNoMessage(Duration.ofMillis(200));
    }

    @Test
    void saysGoodbye() {
        join(gateway);

        agent.tell(new NodeAgent.Leave());

        assertThat(next(gateway, Goodbye.class).node()).isEqualTo(IDENTITY);
    }

    private ActorRef<NodeMessage> join(TestProbe<CoordinatorMessage> probe) {
        register(probe);
        ActorRef<NodeMessage> node = next(probe, Hello.class).replyTo();
        node.tell(new NodeMessage.Welcome("http://here"));
        next(probe, Heartbeat.class);
        return node;
    }

    private void register(TestProbe<CoordinatorMessage> probe) {
        kit.system().receptionist().tell(Receptionist.register(CoordinatorMessage.GATEWAY, probe.getRef()));
    }

    /** Starts a trial and waits until its lane is on the device. */
    private void device(ActorRef<NodeMessage> node, int trial) {
        node.tell(new NodeMessage.Start(Samples.assignment(trial)));
        gateway.awaitAssert(() -> {
            assertThat(device.started).hasSize(1);
            return device;
        });
    }

    private static void acknowledge(ActorRef<NodeMessage> node, long sequence, Verdict verdict) {
        node.tell(new Acknowledged(List.of(new Acknowledgement(FIRST, sequence, verdict, "because"))));
    }

    private static NodeMessage describe(
            String family, Map<String, Object> parameters, TestProbe<NodeMessage.TrialRequirements> asker) {
        return new NodeMessage.Describe(family, Samples.dataset("d"), parameters, 3, asker.getRef());
    }

    private static List<Long> sequences(Updates updates) {
        return updates.updates().stream().map(TrialUpdate::sequence).toList();
    }

    private static <T> T next(TestProbe<CoordinatorMessage> probe, Class<T> type) {
        return next(probe, type, message -> true);
    }

    /** The next message of a kind; heartbeats and greetings come in between at any time. */
    private static <T> T next(TestProbe<CoordinatorMessage> probe, Class<T> type, Predicate<T> wanted) {
        while (true) {
            CoordinatorMessage message = probe.receiveMessage(Duration.ofSeconds(10));
            if (type.isInstance(message) && wanted.test(type.cast(message))) {
                return type.cast(message);
            }
        }
    }

    private static final class SavesAtOnce implements CheckpointStore {
        @Override
        public CompletableFuture<CheckpointReference> save(int epoch, byte[] bytes) {
            return CompletableFuture.completedFuture(new CheckpointReference("hash", epoch, bytes.length));
        }

        @Override
        public CompletableFuture<byte[]> load(CheckpointReference reference) {
            return CompletableFuture.completedFuture(new byte[0]);
        }
    }
}
