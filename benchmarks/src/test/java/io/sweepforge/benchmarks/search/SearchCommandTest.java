package io.sweepforge.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sweepforge.search.problem.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SearchCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new SearchCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void printsTablesAndEndsWithTheVerdict() {
        int code = run("--quick", "--samplers", "random,tpe", "--problems", "branin,branches,zdt", "--workers", "4");
        List<String> lines = out.toString().lines().collect(Collectors.toList());

        assertThat(code).as(err.toString()).isZero();
        assertThat(lines).anyMatch(line -> line.matches("branin .*Sweepforge +Optuna"));
        assertThat(lines).anyMatch(line -> line.matches("  tpe +2 .*0.282 +0.0667.*"));
        assertThat(lines).anyMatch(line -> line.matches("  tpe +branin +25 trials, 4 at once: .*ratio .*"));
        assertThat(lines).anyMatch(line -> line.matches("  tpe +1 of 1 .*"));
        assertThat(lines).anyMatch(line -> line.matches("  random +25 trials: .*"));
        assertThat(lines.get(lines.size() - 1)).matches("verdict: \\d+ of \\d+ criteria met.*");
    }

    @Test
    void writesEverythingAsJson() throws IOException {
        Path json = folder.resolve("search.json");
        run("--quick", "--samplers", "tpe", "--problems", "mixed", "--sections", "quality", "--json", json.toString());
        JsonNode outcome =
                new ObjectMapper().readTree(json.toFile()).get("sequential").get(0);

        assertThat(outcome.get("problem").asText()).isEqualTo("mixed");
        assertThat(outcome.get("medians").get(0).asDouble()).isPositive();
        assertThat(outcome.get("seedRegrets")).hasSize(2);
    }

    @Test
    void refusesASamplerThatDoesNotExistAndNamesThoseThatDo() {
        assertThat(run("--samplers", "bayes")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--samplers", "tpe", "was bayes");
    }

    @Test
    void hasTheFiguresOfEveryRivalOnEveryJudgedProblem() {
        PeerFigures peers = PeerFigures.recorded();
        for (String problem : Tasks.judged()) {
            for (String sampler : List.of("random", "tpe", "cma-es", "gp")) {
                assertThat(peers.after(problem, sampler, 100))
                        .as("%s on %s", sampler, problem)
                        .isPositive();
            }
        }
        assertThat(peers.after("sphere5", "gp", 200)).isNaN();
        assertThat(peers.cost("gp", 500)).isPositive();
    }

    @Test
    void measuresOnlyWhatASamplerAccepts() {
        Task sphere = Tasks.all().get(0);
        assertThat(Tasks.accepts("grid", sphere, 25)).isFalse();
        assertThat(Tasks.accepts("tpe", sphere, 25)).isTrue();
    }
}
