package io.sweepforge.coordinator;

import akka.actor.Address;
import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.JoinSeedNodes;
import com.typesafe.config.ConfigFactory;
import java.util.List;

/** A node's connection: its trainer outlives it. */
final class TestNode {
    private static final String CONFIG = """
            akka.cluster.roles = ["gpu-node"]
            akka.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
            akka.cluster.jmx.enabled = off
            akka.coordinated-shutdown { run-by-actor-system-terminate = off, run-by-jvm-shutdown-hook = off }
            """;

    private final ActorSystem<Object> system;

    private TestNode(ActorSystem<Object> system) {
        this.system = system;
    }

    static TestNode connect(FakeTrainer trainer, TestCoordinator coordinator) {
        ActorSystem<Object> system = ActorSystem.create(
                FakeNode.create(trainer),
                "sweepforge",
                ConfigFactory.parseString(CONFIG)
                        .withFallback(ConfigFactory.parseResources("sweepforge-cluster.conf"))
                        .withFallback(ConfigFactory.defaultReference())
                        .resolve());
        Address seed = new Address("akka", "sweepforge", "127.0.0.1", coordinator.port());
        Cluster.get(system).manager().tell(new JoinSeedNodes(List.of(seed)));
        return new TestNode(system);
    }

    void disconnect() {
        system.terminate();
        TestCoordinator.await(system.getWhenTerminated());
    }
}
