package io.sweepforge.coordinator.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.sweepforge.coordinator.http.HttpSettings;
import io.sweepforge.coordinator.persistence.DatabaseConfig;
import io.sweepforge.protocol.config.BadConfigException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A coordinator's configuration, checked.
 *
 * @param data directory that holds everything, absolute
 * @param join coordinators to join as host:port; whoever is first in it begins the cluster
 * @param advertisedUrl under which nodes reach it; empty for host and port of the HTTP server
 * @param lostAfter silence after which a node is lost, at least three heartbeats
 * @param suggestionsAhead trials kept ready per sweep, at least 1
 * @param checkpointEvery epochs between checkpoints, at least 1
 */
public record CoordinatorConfig(
        Path data,
        String clusterName,
        String host,
        int port,
        List<String> join,
        HttpSettings http,
        String advertisedUrl,
        DatabaseConfig database,
        Duration heartbeat,
        Duration lostAfter,
        int suggestionsAhead,
        int checkpointEvery) {

    /**
     * @param config as {@code ClusterConfig.load} reads it
     * @param directory of the configuration file, for relative paths
     * @throws BadConfigException naming the key, its value and what would be right
     */
    public static CoordinatorConfig from(Config config, Path directory) {
        try {
            Path data = directory
                    .toAbsolutePath()
                    .resolve(config.getString("sweepforge.data-directory"))
                    .normalize();
            CoordinatorConfig result = read(config.getConfig("sweepforge"), config, data);
            result.check();
            return result;
        } catch (ConfigException e) {
            throw new BadConfigException(String.valueOf(e.getMessage()));
        }
    }

    private static CoordinatorConfig read(Config config, Config whole, Path data) {
        return new CoordinatorConfig(
                data,
                config.getString("cluster.name"),
                config.getString("cluster.host"),
                config.getInt("cluster.port"),
                config.getStringList("cluster.join"),
                HttpSettings.from(whole),
                config.getString("http.advertised-url"),
                DatabaseConfig.from(whole, data),
                config.getDuration("leases.heartbeat"),
                config.getDuration("leases.lost-after"),
                config.getInt("trials.suggestions-ahead"),
                config.getInt("trials.checkpoint-every"));
    }

    private void check() {
        require(port >= 0 && port <= 65_535, "cluster.port must be from 0 to 65535, was " + port);
        require(
                clusterName.matches("[a-zA-Z0-9][a-zA-Z0-9_-]*"),
                "cluster.name must be letters, digits, - and _, was '" + clusterName + "'");
        join.forEach(address ->
                require(address.matches(".+:[0-9]{1,5}"), "cluster.join must hold host:port, was '" + address + "'"));
        require(!heartbeat.isNegative() && !heartbeat.isZero(), "leases.heartbeat must be longer than nothing");
        require(
                lostAfter.compareTo(heartbeat.multipliedBy(3)) >= 0,
                "leases.lost-after must be at least three heartbeats, was %s with heartbeat %s"
                        .formatted(lostAfter, heartbeat));
        require(suggestionsAhead >= 1, "trials.suggestions-ahead must be at least 1, was " + suggestionsAhead);
        require(checkpointEvery >= 1, "trials.checkpoint-every must be at least 1, was " + checkpointEvery);
    }

    private static void require(boolean right, String problem) {
        if (!right) {
            throw new BadConfigException("sweepforge." + problem + ".");
        }
    }

    /** @param port of the HTTP server, when it was left to chance */
    public String urlForNodes(int port) {
        return advertisedUrl.isEmpty() ? "http://" + http.host() + ":" + port : advertisedUrl;
    }
}
