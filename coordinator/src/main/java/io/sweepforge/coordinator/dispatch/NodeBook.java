package io.sweepforge.coordinator.dispatch;

import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.api.Cluster.NodeView;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which nodes there are and which still live. Nodes that are away stay listed for a while; their families for ever. */
final class NodeBook {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, FamilyDescription> families = new TreeMap<>();
    private final Map<NodeIdentity, Duration> expected = new HashMap<>();
    private final Duration lostAfter;
    private final Clock clock;

    NodeBook(Duration lostAfter, Clock clock) {
        this.lostAfter = lostAfter;
        this.clock = clock;
    }

    /** @return what was known under this name before */
    Optional<Node> meet(NodeDescription description, ActorRef<NodeMessage> ref) {
        NodeIdentity identity = description.identity();
        Optional<Node> before = find(identity.id());
        Instant joined = living(identity).map(node -> node.view().joinedAt()).orElseGet(clock::instant);
        nodes.put(identity.id(), new Node(description, ref, joined));
        expected.remove(identity);
        description.families().forEach(family -> families.put(family.name(), family));
        return before;
    }

    /** @return empty when the node has to greet first */
    Optional<Node> heard(DispatcherCommand.NodeBeat beat) {
        Optional<Node> node = living(beat.node());
        node.ifPresent(known -> known.heard(beat, clock.instant()));
        return node;
    }

    /** @return empty when it was gone already */
    Optional<Node> left(NodeIdentity identity) {
        Optional<Node> node = living(identity);
        node.ifPresent(Node::lose);
        return node;
    }

    /**
     * Time has passed: who was silent for too long is lost, who was lost for long is forgotten.
     *
     * @return who is lost from now on
     */
    List<Node> passed(Duration time) {
        nodes.values().forEach(node -> node.passed(time));
        List<Node> silent = nodes.values().stream()
                .filter(node -> !node.isLost() && node.silence().compareTo(lostAfter) > 0)
                .toList();
        silent.forEach(Node::lose);
        nodes.values().removeIf(node -> node.isLost() && node.silence().compareTo(FORGOTTEN_AFTER) > 0);
        expected.replaceAll((identity, silence) -> silence.plus(time));
        return silent;
    }

    /**
     * Whether a lease on a node is lost. A node that was never met, because this process is new, gets its full grace.
     */
    boolean isLost(NodeIdentity identity) {
        Node node = nodes.get(identity.id());
        if (node != null) {
            return node.isLost() || !node.identity().equals(identity);
        }
        return expected.computeIfAbsent(identity, unknown -> Duration.ZERO).compareTo(lostAfter) > 0;
    }

    Optional<Node> living(NodeIdentity identity) {
        return find(identity.id()).filter(node -> node.identity().equals(identity) && !node.isLost());
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    Optional<Node> withFamily(String family) {
        return nodes.values().stream()
                .filter(node -> !node.isLost() && node.families().contains(family))
                .findFirst();
    }

    Collection<Node> all() {
        return nodes.values();
    }

    List<NodeView> views() {
        return nodes.values().stream().map(Node::view).toList();
    }

    List<FamilyDescription> families() {
        return new ArrayList<>(families.values());
    }
}
