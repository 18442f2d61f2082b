package io.sweepforge.client.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {
    private static Script.Result run(String... commandLine) throws IOException, InterruptedException {
        return Script.run(Script.ROOT, Map.of(), commandLine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "start-coordinator", "start-gpu-node", "test", "sweepforge"})
    void answersHelpFromAnyDirectory(String script) throws IOException, InterruptedException {
        Script.Result result = run(script, "--help");

        assertThat(result.output()).contains("Usage: ").contains(script);
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--http-port 0",
                "--http-port 65536",
                "--http-port x",
                "--http-port",
                "--seed 1.5",
                "--data=",
                "-x"
            })
    void quickstartRefusesWrongOptionsBeforeItBuildsAnything(String options) throws IOException, InterruptedException {
        Script.Result result = run(("quickstart " + options).split(" "));

        assertThat(result.output()).startsWith("quickstart: ").contains(options.split("[ =]")[0]);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void quickstartSaysThatAPortIsInUse() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Script.Result result = run("quickstart", "--once", "--http-port", String.valueOf(taken.getLocalPort()));

            assertThat(result.output()).contains("port " + taken.getLocalPort() + " is in use");
            assertThat(result.exitCode()).isEqualTo(2);
        }
    }
}
