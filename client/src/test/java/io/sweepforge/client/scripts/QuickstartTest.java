package io.sweepforge.client.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart with stand-ins for the distributions: what it starts, awaits, prints and stops. */
class QuickstartTest {
    private static final String SERVER = """
            #!/usr/bin/env bash
            trap 'echo stopped; exit 0' TERM
            echo "arguments $*"
            if [[ -n ${BROKEN:-} ]]; then echo "cannot work"; exit 2; fi
            echo "Sweepforge %s is ready"
            while :; do sleep 0.05; done
            """;
    private static final String CLI = """
            #!/usr/bin/env bash
            echo "$*" >>"$CALLS"
            case $1 in
                submit) basename "$2" .json ;;
                watch) exit "${WATCHED:-0}" ;;
                *) echo "printed by $*" ;;
            esac
            """;

    @TempDir
    private Path root;

    private Path data;

    @BeforeEach
    void layOut() throws IOException {
        data = root.resolve("some data");
        copy(Script.ROOT.resolve("scripts"));
        for (String module : List.of("search-strategies", "tensor-kernels", "cluster-protocol", "dashboard")) {
            Files.createDirectory(root.resolve(module));
        }
        executable("coordinator/target/dist/bin/start-coordinator", SERVER.formatted("coordinator"));
        executable("gpu-node/target/dist/bin/start-gpu-node", SERVER.formatted("node n1"));
        executable("client/target/dist/bin/sweepforge", CLI);
        executable("pom.xml", "");
        executable("cluster.conf", "");
        Path stamp = executable("target/distributions.built", "");
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
    }

    private void copy(Path scripts) throws IOException {
        try (Stream<Path> files = Files.walk(scripts)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                executable("scripts/" + scripts.relativize(file), Files.readString(file));
            }
        }
    }

    private Path executable(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Script.Result quickstart(Map<String, String> environment) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CALLS", root.resolve("calls").toString());
        return Script.run(
                root, all, "quickstart", "--once", "--http-port", "18431", "--data", data.toString(), "--seed=5");
    }

    private String log(String process) throws IOException {
        return Files.readString(data.resolve("logs").resolve(process + ".log"));
    }

    @Test
    void runsBothSweepsPrintsTheirBestAndStopsBothProcesses() throws IOException, InterruptedException {
        Script.Result result = quickstart(Map.of());

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("printed by best digits-conv").contains("printed by best sunspots-lstm");
        assertThat(Files.readString(root.resolve("calls")))
                .contains("submit " + root + "/examples/digits-conv.json --seed 5")
                .contains("watch digits-conv sunspots-lstm");
        assertThat(log("coordinator")).contains("--http-port 18431").endsWith("stopped\n");
        assertThat(log("node")).contains("--device cpu --join 127.0.0.1:").endsWith("stopped\n");
    }

    @Test
    void exitsOneWhenASweepDidNotComplete() throws IOException, InterruptedException {
        Script.Result result = quickstart(Map.of("WATCHED", "1"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("A sweep did not complete");
        assertThat(log("coordinator")).endsWith("stopped\n");
    }

    @Test
    void showsTheEndOfTheLogOfAProcessThatDoesNotStart() throws IOException, InterruptedException {
        Script.Result result = quickstart(Map.of("BROKEN", "1"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("cannot work").contains("the coordinator ended before it was ready");
    }
}
