package io.sweepforge.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import com.typesafe.config.ConfigFactory;
import io.sweepforge.coordinator.api.Cluster.NodeView;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.Demand;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.NodeBeat;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.NodeMet;
import io.sweepforge.coordinator.sweep.SweepCommand;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.DeviceStatus;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private static final NodeIdentity NODE = new NodeIdentity("n1", "i1");
    private static final AttemptId ATTEMPT = new AttemptId("s", 0, 1);

    private final ActorTestKit kit = ActorTestKit.create(ManualTime.config()
            .withFallback(ConfigFactory.parseString("akka.actor.provider = local"))
            .withFallback(ConfigFactory.defaultReference()));
    private final ManualTime time = ManualTime.get(kit.system());
    private final TestProbe<SweepCommand> sweep = kit.createTestProbe();
    private final TestProbe<NodeMessage> node = kit.createTestProbe();
    private final ActorRef<DispatcherCommand> dispatcher = kit.spawn(Dispatcher.create(
            (id, command) -> sweep.ref().tell(command),
            Duration.ofSeconds(10),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void offersEveryFreeLaneOnce() {
        dispatcher.tell(met(NODE));
        dispatcher.tell(demand(5, 0));
        SweepCommand.Offered offer = sweep.expectMessageClass(SweepCommand.Offered.class);
        assertThat(offer.lanes()).hasSize(2);
        dispatcher.tell(demand(5, 0));
        sweep.expectNoMessage();

        dispatcher.tell(demand(5, offer.offer(), holding(NODE)));
        assertThat(sweep.expectMessageClass(SweepCommand.Offered.class).lanes()).hasSize(1);
    }

    @Test
    void offersAgainWhatNobodyAnsweredFor() {
        dispatcher.tell(met(NODE));
        dispatcher.tell(demand(1, 0));
        sweep.expectMessageClass(SweepCommand.Offered.class);
        time.timePasses(Duration.ofSeconds(6));

        sweep.expectMessageClass(SweepCommand.Offered.class);
    }

    @Test
    void losesANodeAfterItsSilence() {
        dispatcher.tell(met(NODE));
        dispatcher.tell(demand(0, 0, holding(NODE)));
        time.timePasses(Duration.ofSeconds(10));
        sweep.expectNoMessage();
        time.timePasses(Duration.ofSeconds(1));

        assertThat(sweep.expectMessageClass(SweepCommand.NodeLost.class).node()).isEqualTo(NODE);
        assertThat(nodes().get(0).state()).isEqualTo("lost");
    }

    @Test
    void keepsANodeThatBeats() {
        dispatcher.tell(met(NODE));
        dispatcher.tell(demand(0, 0, holding(NODE)));
        for (int i = 0; i < 4; i++) {
            time.timePasses(Duration.ofSeconds(8));
            dispatcher.tell(beat(NODE, List.of(ATTEMPT)));
        }
        assertThat(nodes().get(0).state()).isEqualTo("ready");
        sweep.expectNoMessage();
    }

    @Test
    void losesWhatAnOlderIncarnationHeldAtOnce() {
        dispatcher.tell(met(NODE));
        dispatcher.tell(demand(0, 0, holding(NODE)));
        dispatcher.tell(met(new NodeIdentity("n1", "i2")));

        assertThat(sweep.expectMessageClass(SweepCommand.NodeLost.class).node()).isEqualTo(NODE);
    }

    @Test
    void givesLeasesOnNodesItHasNotMetTheirFullGrace() {
        dispatcher.tell(demand(0, 0, holding(NODE)));
        time.timePasses(Duration.ofSeconds(10));
        sweep.expectNoMessage();
        time.timePasses(Duration.ofSeconds(1));

        sweep.expectMessageClass(SweepCommand.NodeLost.class);
    }

    @Test
    void asksAnUnknownNodeToGreet() {
        dispatcher.tell(beat(NODE, List.of()));

        node.expectMessageClass(NodeMessage.WhoAreYou.class);
    }

    @Test
    void findsALeaseThatTheNodeDoesNotKnow() {
        dispatcher.tell(met(NODE));
        dispatcher.tell(demand(0, 0, holding(NODE)));
        dispatcher.tell(beat(NODE, List.of()));
        sweep.expectNoMessage();
        dispatcher.tell(beat(NODE, List.of()));

        assertThat(sweep.expectMessageClass(SweepCommand.LeaseUnconfirmed.class).attempt())
                .isEqualTo(1);
    }

    @Test
    void sparesAFullDeviceUntilTheNextHeartbeat() {
        dispatcher.tell(met(NODE));
        dispatcher.tell(new DispatcherCommand.DeviceFull(NODE, "cpu-0"));
        dispatcher.tell(demand(1, 0));
        sweep.expectNoMessage();
        dispatcher.tell(beat(NODE, List.of()));

        sweep.expectMessageClass(SweepCommand.Offered.class);
    }

    @Test
    void sparesAFullDeviceUntilLanesComeOrGoThere() {
        dispatcher.tell(met(NODE));
        dispatcher.tell(beat(NODE, List.of(ATTEMPT)));
        dispatcher.tell(new DispatcherCommand.DeviceFull(NODE, "cpu-0"));
        dispatcher.tell(demand(1, 0));
        dispatcher.tell(beat(NODE, List.of(ATTEMPT)));
        sweep.expectNoMessage();
        dispatcher.tell(beat(NODE, List.of()));

        sweep.expectMessageClass(SweepCommand.Offered.class);
    }

    @Test
    void asksAFullDeviceAgainAfterSomeTime() {
        dispatcher.tell(met(NODE));
        dispatcher.tell(beat(NODE, List.of(ATTEMPT)));
        dispatcher.tell(new DispatcherCommand.DeviceFull(NODE, "cpu-0"));
        dispatcher.tell(demand(1, 0));
        for (int beats = 0; beats < Node.MOST_BEATS; beats++) {
            sweep.expectNoMessage();
            dispatcher.tell(beat(NODE, List.of(ATTEMPT)));
        }

        sweep.expectMessageClass(SweepCommand.Offered.class);
    }

    @Test
    void givesADrainingNodeNothingNew() {
        dispatcher.tell(met(NODE));
        TestProbe<DispatcherCommand.Drained> answer = kit.createTestProbe();
        dispatcher.tell(new DispatcherCommand.Drain("n1", answer.ref()));
        assertThat(answer.receiveMessage().node().state()).isEqualTo("draining");
        node.expectMessageClass(NodeMessage.Drain.class);
        dispatcher.tell(demand(1, 0));

        sweep.expectNoMessage();
    }

    @Test
    void keepsTheFamiliesOfNodesThatLeft() {
        dispatcher.tell(met(NODE));
        dispatcher.tell(new DispatcherCommand.NodeLeft(NODE));
        TestProbe<DispatcherCommand.Families> answer = kit.createTestProbe();
        dispatcher.tell(new DispatcherCommand.ShowFamilies(answer.ref()));

        assertThat(answer.receiveMessage().families()).hasSize(1);
    }

    private List<NodeView> nodes() {
        TestProbe<DispatcherCommand.Nodes> answer = kit.createTestProbe();
        dispatcher.tell(new DispatcherCommand.ShowNodes(answer.ref()));
        return answer.receiveMessage().nodes();
    }

    private NodeMet met(NodeIdentity identity) {
        FamilyDescription family =
                new FamilyDescription("family", "", "classification", List.of(), Map.of(), 1, List.of());
        NodeDescription.Device device = new NodeDescription.Device("cpu-0", "fake", "fake", 1, 2);
        return new NodeMet(new NodeDescription(identity, "here", List.of(device), List.of(family)), node.ref());
    }

    private NodeBeat beat(NodeIdentity identity, List<AttemptId> running) {
        return new NodeBeat(identity, List.of(new DeviceStatus("cpu-0", 0, 0.0, null, running)), false, node.ref());
    }

    private static Demand demand(int wanted, long answered, Holding... holdings) {
        return new Demand("s", 0, "family", "data", wanted, List.of(holdings), answered);
    }

    private static Holding holding(NodeIdentity identity) {
        return new Holding(ATTEMPT, identity, "cpu-0");
    }
}
