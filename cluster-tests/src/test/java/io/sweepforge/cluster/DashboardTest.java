package io.sweepforge.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard in a real browser against real processes; the steps are in dashboard/e2e. */
class DashboardTest {
    @TempDir
    Path data;

    @Test
    void worksInARealBrowser() throws IOException, InterruptedException {
        Path chromium =
                Path.of(Optional.ofNullable(System.getenv("CHROMIUM_PATH")).orElse("/usr/bin/chromium"));
        assumeTrue(
                Files.isExecutable(chromium),
                () -> "no browser at " + chromium + ": install Debian's chromium or set CHROMIUM_PATH");
        try (TestCluster cluster = new TestCluster(data)) {
            cluster.startCoordinator();
            cluster.startNode();
            cluster.api()
                    .upload(
                            TestCluster.root().resolve("examples/data/digits.csv.gz"),
                            "name=digits&task=classification");

            Path log = data.resolve("e2e.log");
            int exit = runBrowser(cluster, chromium, log);

            assertThat(exit).as(() -> read(log)).isZero();
        }
    }

    private static int runBrowser(TestCluster cluster, Path chromium, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder npm = new ProcessBuilder("npm", "run", "e2e")
                .directory(TestCluster.root().resolve("dashboard").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        npm.environment().put("SWEEPFORGE_URL", cluster.url());
        npm.environment().put("CHROMIUM_PATH", chromium.toString());
        npm.environment()
                .put(
                        "SCREENSHOT_DIR",
                        TestCluster.root()
                                .resolve("cluster-tests/target/screenshots")
                                .toString());
        return npm.start().waitFor();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
