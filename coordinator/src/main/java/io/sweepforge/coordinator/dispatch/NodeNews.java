package io.sweepforge.coordinator.dispatch;

import io.sweepforge.protocol.NodeDescription;
import java.util.Optional;

/** What an operator wants to read about nodes, each in a sentence. */
final class NodeNews {
    private NodeNews() {}

    /** @param before what was known under this name; a node that lives and greets once more is no news */
    static Optional<String> met(Optional<Node> before, NodeDescription node) {
        String id = node.identity().id();
        if (before.isEmpty()) {
            return Optional.of("Node %s joined from %s (%s)".formatted(id, node.address(), devices(node)));
        }
        if (!before.get().identity().equals(node.identity())) {
            return Optional.of("Node %s came back from %s as a new process (%s); what it held goes on elsewhere or anew"
                    .formatted(id, node.address(), devices(node)));
        }
        return before.filter(Node::isLost).map(lost -> "Node %s came back".formatted(id));
    }

    static String left(Node node) {
        return "Node %s left; what it held goes on elsewhere".formatted(id(node));
    }

    static String lost(Node node) {
        return "Node %s is lost: no heartbeat for %d s; what it held goes on elsewhere"
                .formatted(id(node), node.silence().toSeconds());
    }

    /** No news when it is drained already. */
    static Optional<String> draining(Node node) {
        return Optional.of(node)
                .filter(Node::takesTrials)
                .map(ready -> "Node %s drains: it finishes what it holds and gets nothing new".formatted(id(ready)));
    }

    private static String id(Node node) {
        return node.identity().id();
    }

    private static String devices(NodeDescription node) {
        int lanes =
                node.devices().stream().mapToInt(NodeDescription.Device::lanes).sum();
        return "devices: %d, lanes: %d".formatted(node.devices().size(), lanes);
    }
}
