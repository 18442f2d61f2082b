package io.sweepforge.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator runs into: ports in use, directories in use, clusters side by side, clean stops. */
class OperatorTest {
    @TempDir
    Path data;

    @Test
    void runsTwoClustersSideBySide() {
        try (TestCluster one = new TestCluster(data.resolve("one"));
                TestCluster two = new TestCluster(data.resolve("two"))) {
            one.startCoordinator();
            two.startCoordinator();
            one.startNode();
            two.startNode();

            assertThat(one.api().get("/api/v1/nodes").body().get("items")).hasSize(1);
            assertThat(two.api().get("/api/v1/nodes").body().get("items")).hasSize(1);
        }
    }

    @Test
    void saysThatThePortIsInUse() {
        try (TestCluster cluster = new TestCluster(data)) {
            cluster.startCoordinator();

            JvmProcess second =
                    cluster.launchCoordinator(cluster.httpPort(), TestCluster.freePort(), data.resolve("elsewhere"));

            assertThat(second.awaitExit()).isEqualTo(2);
            assertThat(second.output())
                    .contains(String.valueOf(cluster.httpPort()))
                    .contains("in use")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatTheDataDirectoryIsInUse() {
        try (TestCluster cluster = new TestCluster(data)) {
            cluster.startCoordinator();

            JvmProcess second = cluster.launchCoordinator(TestCluster.freePort(), TestCluster.freePort(), data);

            assertThat(second.awaitExit()).isEqualTo(2);
            assertThat(second.output()).contains(data.toString()).doesNotContain("\tat ");
        }
    }

    @Test
    void stopsCleanlyOnTerm() {
        try (TestCluster cluster = new TestCluster(data)) {
            JvmProcess coordinator = cluster.startCoordinator();
            JvmProcess node = cluster.startNode();

            assertThat(node.stop()).isZero();
            assertThat(coordinator.stop()).isZero();
        }
    }
}
