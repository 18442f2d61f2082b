package io.sweepforge.coordinator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.sweepforge.coordinator.persistence.DatabaseConfig;
import io.sweepforge.protocol.config.BadConfigException;
import io.sweepforge.protocol.config.ClusterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatorConfigTest {
    @TempDir
    Path directory;

    @Test
    void hasTheDefaultsOfTheShippedFile() {
        CoordinatorConfig config = read("");

        assertThat(config.data()).isEqualTo(directory.resolve("data"));
        assertThat(config.clusterName()).isEqualTo("sweepforge");
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(25520);
        assertThat(config.join()).containsExactly("127.0.0.1:25520");
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.database().kind()).isEqualTo(DatabaseConfig.Kind.H2);
        assertThat(config.database().url())
                .isEqualTo("jdbc:h2:file:" + directory.resolve("data/db/sweepforge") + ";WRITE_DELAY=0");
        assertThat(config.database().connections()).isEqualTo(8);
        assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.lostAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.suggestionsAhead()).isEqualTo(2);
        assertThat(config.checkpointEvery()).isEqualTo(5);
        assertThat(config.urlForNodes(8081)).isEqualTo("http://127.0.0.1:8081");
    }

    @Test
    void readsEveryKeyOfACoordinator() {
        CoordinatorConfig config = read("""
                data-directory = "/elsewhere", cluster { name = "mine", host = "10.0.0.1", port = 1, join = ["a:2"] }
                http { port = 3, advertised-url = "http://proxy" }
                database { kind = postgresql, url = "jdbc:postgresql://h/d", user = u, password = p, connections = 3 }
                leases { heartbeat = 1s, lost-after = 3s }, trials { suggestions-ahead = 9, checkpoint-every = 4 }
                """);

        assertThat(config.data()).isEqualTo(Path.of("/elsewhere"));
        assertThat(config.clusterName()).isEqualTo("mine");
        assertThat(config.host()).isEqualTo("10.0.0.1");
        assertThat(config.port()).isEqualTo(1);
        assertThat(config.join()).containsExactly("a:2");
        assertThat(config.http().port()).isEqualTo(3);
        assertThat(config.urlForNodes(3)).isEqualTo("http://proxy");
        assertThat(config.database())
                .isEqualTo(new DatabaseConfig(DatabaseConfig.Kind.POSTGRESQL, "jdbc:postgresql://h/d", "u", "p", 3));
        assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.lostAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.suggestionsAhead()).isEqualTo(9);
        assertThat(config.checkpointEvery()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cluster.port = 70000 | sweepforge.cluster.port",
                "cluster.name = \"a b\" | sweepforge.cluster.name",
                "cluster.join = [\"nowhere\"] | sweepforge.cluster.join",
                "leases.lost-after = 3s | three heartbeats",
                "trials.suggestions-ahead = 0 | sweepforge.trials.suggestions-ahead",
                "trials.checkpoint-every = 0 | sweepforge.trials.checkpoint-every",
                "database.kind = oracle | h2 or postgresql",
                "database.kind = postgresql | jdbc:postgresql:",
                "database.connections = 0 | sweepforge.database.connections",
                "http.max-body-size = 0B | sweepforge.http.max-body-size must be at least 1B",
                "http.host = \"0.0.0.0\" | sweepforge.http.host"
            })
    void namesTheKeyThatIsWrong(String setting, String expected) {
        assertThatThrownBy(() -> read(setting))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void movesItselfAmongThoseToJoinWithItsPort() throws IOException {
        Path file = Files.writeString(
                directory.resolve("c.conf"), "sweepforge.cluster.join = [\"127.0.0.1:25520\", \"b:1\"]");
        CommandLine.Loaded loaded = CommandLine.load(
                List.of("--config", file.toString(), "--cluster-port", "9", "--http-port", "8", "--data", "/d"));
        CoordinatorConfig config = CoordinatorConfig.from(loaded.config(), loaded.directory());

        assertThat(config.port()).isEqualTo(9);
        assertThat(config.join()).containsExactly("127.0.0.1:9", "b:1");
        assertThat(config.http().port()).isEqualTo(8);
        assertThat(config.data()).isEqualTo(Path.of("/d"));
    }

    @ParameterizedTest
    @CsvSource({"--prot 8,There is no option --prot", "--data,--data needs a value", "--http-port x,was 'x'"})
    void saysWhichArgumentIsWrong(String arguments, String expected) {
        List<String> all = new ArrayList<>(List.of("--config", "cluster.conf"));
        all.addAll(List.of(arguments.split(" ")));

        assertThatThrownBy(() -> CommandLine.load(all))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void takesNoEmptyDataDirectory() {
        assertThatThrownBy(() -> CommandLine.load(List.of("--config", "cluster.conf", "--data", "")))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining("--data needs a value");
    }

    private CoordinatorConfig read(String settings) {
        Config config = ConfigFactory.parseString("sweepforge {\n" + settings + "\n}")
                .withFallback(ClusterConfig.defaults())
                .resolve();
        return CoordinatorConfig.from(config, directory);
    }
}
