package io.sweepforge.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;

/** The settings of a node's actor system. */
final class AkkaConfig {
    private AkkaConfig() {}

    /** @param loaded the operator's configuration, whose {@code akka} section wins over the shipped settings */
    static Config of(NodeConfig node, Config loaded) {
        List<String> seeds = node.join().stream()
                .map(address -> "akka://%s@%s".formatted(node.clusterName(), address))
                .toList();
        Map<String, Object> own = Map.of(
                "akka.remote.artery.canonical.hostname",
                node.host(),
                "akka.remote.artery.canonical.port",
                0,
                "akka.cluster.roles",
                List.of("gpu-node"),
                "akka.cluster.seed-nodes",
                seeds,
                // A signal ends the process by its own order: save first, then leave.
                "akka.jvm-shutdown-hooks",
                "off",
                "akka.coordinated-shutdown.run-by-jvm-shutdown-hook",
                "off");
        return ConfigFactory.parseMap(own, "node")
                .withFallback(loaded)
                .withFallback(ConfigFactory.parseResources("sweepforge-cluster.conf"))
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }
}
