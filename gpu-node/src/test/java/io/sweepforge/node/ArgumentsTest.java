package io.sweepforge.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.protocol.config.BadConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void theCommandLineWinsOverTheFile() {
        Arguments arguments = Arguments.parse(
                "--config", "cluster.conf", "--join", "a:1,b:2", "--device", "cpu", "--data", "/tmp/data");

        assertThat(arguments.config()).isEqualTo(Path.of("cluster.conf"));
        assertThat(arguments.settings())
                .isEqualTo(Map.of(
                        "sweepforge.cluster.join", List.of("a:1", "b:2"),
                        "sweepforge.node.device", "cpu",
                        "sweepforge.data-directory", "/tmp/data"));
    }

    @Test
    void aRelativeDataDirectoryIsMeantFromWhereTheCommandWasGiven() {
        assertThat(Arguments.parse("--config", "x", "--data", "d").settings())
                .containsEntry(
                        "sweepforge.data-directory",
                        Path.of("d").toAbsolutePath().toString());
    }

    @Test
    void aCheckOfGpusStandsAnywhere() {
        assertThat(Arguments.parse("--check-gpu", "--config", "x").checkGpu()).isTrue();
        assertThat(Arguments.parse("--config", "x", "--check-gpu").checkGpu()).isTrue();
        assertThat(Arguments.parse("--config", "x").checkGpu()).isFalse();
    }

    @Test
    void helpNeedsNothingElse() {
        assertThat(Arguments.parse("--help").help()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense x, There is no option '--nonsense'",
        "--config, The option --config needs a value",
        "--config --join, The option --config needs a value",
        "--device cpu, Name the configuration file with --config FILE.",
    })
    void refusesWhatItDoesNotUnderstand(String line, String message) {
        assertThatThrownBy(() -> Arguments.parse(line.split(" ")))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining(message);
    }
}
