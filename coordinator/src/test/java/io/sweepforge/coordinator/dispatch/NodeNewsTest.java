package io.sweepforge.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.ActorRef;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeNewsTest {
    private static final Duration LOST_AFTER = Duration.ofSeconds(10);

    private final ActorRef<NodeMessage> ref = TestInbox.<NodeMessage>create().getRef();
    private final NodeBook nodes = new NodeBook(LOST_AFTER, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void tellsOnceThatANodeJoined() {
        assertThat(greets("i1")).contains("Node n1 joined from here (devices: 1, lanes: 4)");
        assertThat(greets("i1")).isEmpty();
    }

    @Test
    void tellsThatANodeCameBackAsANewProcess() {
        greets("i1");

        assertThat(greets("i2").orElseThrow()).startsWith("Node n1 came back from here as a new process");
    }

    @Test
    void tellsOnceThatANodeIsLostAndThatItCameBack() {
        greets("i1");
        assertThat(nodes.passed(LOST_AFTER)).isEmpty();
        assertThat(nodes.passed(Duration.ofSeconds(1)).stream().map(NodeNews::lost))
                .containsExactly("Node n1 is lost: no heartbeat for 11 s; what it held goes on elsewhere");
        assertThat(nodes.passed(Duration.ofSeconds(1))).isEmpty();

        assertThat(greets("i1")).contains("Node n1 came back");
    }

    @Test
    void tellsOnceThatANodeLeft() {
        greets("i1");
        NodeIdentity identity = new NodeIdentity("n1", "i1");

        assertThat(nodes.left(identity).map(NodeNews::left)).contains("Node n1 left; what it held goes on elsewhere");
        assertThat(nodes.left(identity)).isEmpty();
    }

    @Test
    void tellsOnceThatANodeDrains() {
        greets("i1");
        Node node = nodes.find("n1").orElseThrow();

        assertThat(NodeNews.draining(node)).contains("Node n1 drains: it finishes what it holds and gets nothing new");
        node.drain();
        assertThat(NodeNews.draining(node)).isEmpty();
    }

    private Optional<String> greets(String incarnation) {
        NodeDescription.Device device = new NodeDescription.Device("cpu-0", "vector", "CPU", 1, 4);
        NodeDescription node =
                new NodeDescription(new NodeIdentity("n1", incarnation), "here", List.of(device), List.of());
        return NodeNews.met(nodes.meet(node, ref), node);
    }
}
