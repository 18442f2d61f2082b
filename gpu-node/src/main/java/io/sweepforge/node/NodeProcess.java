package io.sweepforge.node;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.typed.Cluster;
import com.typesafe.config.Config;
import io.sweepforge.node.cluster.NodeAgent;
import io.sweepforge.protocol.NodeMessage;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a node in its cluster. When the cluster loses its last coordinator, the node's actor system ends; a new one is
 * made then and joins again, while the lanes train on.
 */
final class NodeProcess {
    private static final Logger LOG = LoggerFactory.getLogger(NodeProcess.class);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(5);
    private static final Duration REMINDER = Duration.ofMinutes(1);
    private static final Duration RESEND_CHECK = Duration.ofMillis(500);
    private static final Duration TIME_TO_SAVE = Duration.ofSeconds(5);
    private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(8);

    private final Node node;
    private final String clusterName;
    private final NodeAgent.Timing timing;
    private final List<String> join;
    private final Config akka;
    private final PrintStream out;

    private @Nullable ActorSystem<NodeAgent.Command> system;
    private boolean stopping;
    private boolean announced;
    private volatile boolean welcomed;

    /** @param out told once when the node is ready */
    NodeProcess(Node node, NodeConfig config, Config akka, PrintStream out) {
        this.node = node;
        this.clusterName = config.clusterName();
        this.timing = new NodeAgent.Timing(config.heartbeat(), RESEND_CHECK);
        this.join = config.join();
        this.akka = akka;
        this.out = out;
    }

    /** Returns after {@link #stop}. */
    void run() {
        ActorSystem<NodeAgent.Command> joined = join();
        while (joined != null) {
            joined.getWhenTerminated().toCompletableFuture().join();
            joined = join();
        }
    }

    /** Saves what trains, as far as that takes a few seconds only, says goodbye and leaves the cluster. */
    void stop() {
        ActorSystem<NodeAgent.Command> last = lastSystem();
        LOG.info("Stopping: saving {} attempts", node.trials().held().size());
        await(node.trials().leave(), TIME_TO_SAVE, "Some attempts could not be saved in time");
        if (last != null) {
            last.tell(new NodeAgent.Leave());
            last.terminate();
            await(last.getWhenTerminated().toCompletableFuture(), TIME_TO_LEAVE, "The cluster did not let go in time");
        }
        LOG.info("Stopped");
    }

    private synchronized @Nullable ActorSystem<NodeAgent.Command> lastSystem() {
        stopping = true;
        return system;
    }

    private synchronized @Nullable ActorSystem<NodeAgent.Command> join() {
        if (stopping) {
            return null;
        }
        if (system != null) {
            LOG.warn("The cluster is lost; trials train on, joining again");
        }
        welcomed = false;
        system = ActorSystem.create(agent(), clusterName, akka);
        system.scheduler()
                .scheduleAtFixedRate(WORTH_A_WORD, REMINDER, this::sayWhatIsMissing, system.executionContext());
        return system;
    }

    private void sayWhatIsMissing() {
        if (!welcomed) {
            LOG.warn("Waiting for a coordinator of cluster \"{}\" at {}", clusterName, String.join(", ", join));
        }
    }

    private Behavior<NodeAgent.Command> agent() {
        return Behaviors.setup(context -> {
            String address =
                    Cluster.get(context.getSystem()).selfMember().address().hostPort();
            String hostAndPort = address.substring(address.indexOf('@') + 1);
            return NodeAgent.create(
                    node.describe(hostAndPort), node.families(), node.trials(), timing, this::onWelcome);
        });
    }

    private void onWelcome(NodeMessage.Welcome welcome) {
        welcomed = true;
        node.files().coordinatorAt(URI.create(welcome.httpUrl()));
        if (!announced) {
            announced = true;
            out.printf("Sweepforge node %s is ready: %s%n", node.identity().id(), devices());
        }
    }

    private String devices() {
        return node.devices().stream()
                .map(device -> "%s (%s, %d lanes)".formatted(device.id(), device.name(), device.lanes()))
                .collect(Collectors.joining(", "));
    }

    private static void await(CompletableFuture<?> future, Duration bound, String otherwise) {
        future.<@Nullable Object>thenApply(done -> null)
                .completeOnTimeout(otherwise, bound.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(late -> {
                    if (late != null) {
                        LOG.warn("{}", late);
                    }
                })
                .join();
    }
}
