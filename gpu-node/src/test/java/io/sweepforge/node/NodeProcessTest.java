package io.sweepforge.node;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ExtendedActorSystem;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.sweepforge.protocol.CoordinatorMessage;
import io.sweepforge.protocol.CoordinatorMessage.Goodbye;
import io.sweepforge.protocol.CoordinatorMessage.Heartbeat;
import io.sweepforge.protocol.CoordinatorMessage.Hello;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.protocol.config.ClusterConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node and the only coordinator of its cluster, which dies without a word and is started again. */
@Timeout(120)
class NodeProcessTest {
    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int port;
    private NodeProcess process;
    private Thread running;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Config loaded = ConfigFactory.parseString("""
                        sweepforge { node { device = cpu, cpu.cores = 1 }, leases.heartbeat = 200ms }
                        sweepforge.cluster.join = ["127.0.0.1:%d"]
                        # A test cannot wait as long as an operator.
                        akka.cluster { split-brain-resolver.stable-after = 1s, seed-node-timeout = 1s }
                        akka.cluster.failure-detector.acceptable-heartbeat-pause = 2s
                        """.formatted(port))
                .withFallback(ClusterConfig.defaults())
                .resolve();
        Config inData = ConfigFactory.parseString("sweepforge.data-directory = \"" + data + "\"")
                .withFallback(loaded);
        NodeConfig config = NodeConfig.from(inData, data);
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        process = new NodeProcess(Node.open(config, Assertions::fail), config, AkkaConfig.of(config, inData), stream);
        running = new Thread(process::run, "node");
        running.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.stop();
        running.join();
    }

    @Test
    void outlivesItsCoordinatorAndGreetsTheNextOneAsTheSameNode() {
        ActorTestKit first = coordinator();
        Hello hello;
        try {
            hello = welcome(first);
        } finally {
            die(first);
        }

        ActorTestKit second = coordinator();
        try {
            assertThat(welcome(second).node().identity()).isEqualTo(hello.node().identity());
        } finally {
            second.shutdownTestKit();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Sweepforge node node-0-")
                .contains(" is ready: cpu (")
                .hasLineCount(1);
    }

    @Test
    void saysGoodbyeAndLeaves() throws InterruptedException {
        ActorTestKit coordinator = coordinator();
        try {
            TestProbe<CoordinatorMessage> gateway = coordinator.createTestProbe();
            welcome(coordinator, gateway);

            process.stop();

            next(gateway, Goodbye.class);
            running.join(Duration.ofSeconds(20).toMillis());
            assertThat(running.isAlive()).isFalse();
        } finally {
            coordinator.shutdownTestKit();
        }
    }

    private ActorTestKit coordinator() {
        Config config = ConfigFactory.parseString("""
                        akka.remote.artery.canonical { hostname = "127.0.0.1", port = %d }
                        akka.cluster.roles = [coordinator]
                        """.formatted(port))
                .withFallback(ConfigFactory.parseResources("sweepforge-cluster.conf"))
                .withFallback(ConfigFactory.load());
        ActorTestKit kit = ActorTestKit.create("sweepforge", config);
        Cluster cluster = Cluster.get(kit.system());
        cluster.manager().tell(Join.create(cluster.selfMember().address()));
        return kit;
    }

    /** Ends it without leaving the cluster, as kill -9 would. */
    private static void die(ActorTestKit coordinator) {
        ((ExtendedActorSystem) coordinator.system().classicSystem()).finalTerminate();
        coordinator.system().getWhenTerminated().toCompletableFuture().join();
    }

    private static Hello welcome(ActorTestKit coordinator) {
        return welcome(coordinator, coordinator.createTestProbe());
    }

    private static Hello welcome(ActorTestKit coordinator, TestProbe<CoordinatorMessage> gateway) {
        coordinator.system().receptionist().tell(Receptionist.register(CoordinatorMessage.GATEWAY, gateway.getRef()));
        Hello hello = next(gateway, Hello.class);
        hello.replyTo().tell(new NodeMessage.Welcome("http://127.0.0.1:1"));
        next(gateway, Heartbeat.class);
        return hello;
    }

    private static <T> T next(TestProbe<CoordinatorMessage> gateway, Class<T> type) {
        while (true) {
            CoordinatorMessage message = gateway.receiveMessage(Duration.ofSeconds(60));
            if (type.isInstance(message)) {
                return type.cast(message);
            }
        }
    }
}
