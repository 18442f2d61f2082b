package io.sweepforge.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.client.FakeCoordinator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    private static final String RUNNING = """
            {'id': 'abc1', 'name': 'digits', 'state': 'running', 'unknown': 1,
             'spec': {'objectives': [{'metric': 'validationAccuracy'}], 'budget': {'maxTrials': 8}},
             'trials': {'total': 4, 'running': 1, 'completed': 1, 'pruned': 2},
             'best': {'number': 2, 'value': 0.98125, 'parameters': {'filters': 16, 'learningRate': 0.00002},
                      'metrics': {'validationAccuracy': 0.98125, 'testAccuracy': 0.97}},
             'progress': {'fraction': 0.5, 'remaining': 'PT2M5S'}, 'stopReason': null}
            """;
    private static final String COMPLETED =
            RUNNING.replace("running', 'unk", "completed', 'unk").replace("'stopReason': null", "'stopReason': 'done'");

    private final FakeCoordinator coordinator;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    CommandLineTest() throws IOException {
        coordinator = new FakeCoordinator();
    }

    @AfterEach
    void close() {
        coordinator.close();
    }

    private int run(String... arguments) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--url";
        all[arguments.length + 1] = coordinator.url().toString();
        return command.execute(all);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("sweep.json"), content);
    }

    @Test
    void submitPrintsNothingButTheIdAndTakesASeed() throws IOException {
        coordinator.answer("POST /api/v1/sweeps", 201, "application/json", "{\"id\": \"abc1\"}");

        assertThat(run("submit", file("{\"seed\": 1}").toString(), "--seed", "9"))
                .isZero();

        assertThat(out).hasToString("abc1" + System.lineSeparator());
        assertThat(coordinator.received().get(0).body()).isEqualTo("{\"seed\":9}");
    }

    @Test
    void submitPrintsEveryMistakeThatTheCoordinatorFound() throws IOException {
        coordinator.problem(
                "POST /api/v1/sweeps",
                422,
                "{'title': 'Mistakes', 'errors': [{'field': 'a', 'message': 'x'}, {'field': 'b', 'message': 'y'}]}");

        assertThat(run("submit", file("{}").toString())).isEqualTo(ExitCode.REFUSED);

        assertThat(err.toString()).contains("Mistakes").contains("a: x").contains("b: y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": }", "{} {}", "[1]", "{\"a\": 1, \"a\": 2}"})
    void submitRefusesAFileThatIsNoJsonObject(String content) throws IOException {
        assertThat(run("submit", file(content).toString())).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("sweep.json");
        assertThat(coordinator.received()).isEmpty();
    }

    @Test
    void watchPrintsProgressAndAnswersOneWhenASweepDidNotComplete() {
        String failed = COMPLETED.replace("completed', 'unk", "failed', 'unk").replace("'done'", "'no node left'");
        coordinator
                .json("GET /api/v1/sweeps/abc1", RUNNING)
                .events("GET /api/v1/sweeps/abc1/events", "event: sweep\ndata: " + failed.replace("\n", "") + "\n\n");

        assertThat(run("watch", "abc1")).isEqualTo(ExitCode.NOT_COMPLETED);

        assertThat(out.toString().lines())
                .containsExactly(
                        "digits  50%  3 of 8 trials, 1 running, 2 pruned, 2 min left"
                                + "  best validationAccuracy 0.9813 in trial 2: filters=16 learningRate=2.00e-05",
                        "digits 100%  3 of 8 trials, 1 running, 2 pruned, failed (no node left)"
                                + "  best validationAccuracy 0.9813 in trial 2: filters=16 learningRate=2.00e-05");
    }

    @Test
    void watchIsDoneAtOnceWhenEverySweepIs() {
        coordinator.json("GET /api/v1/sweeps/abc1", COMPLETED);
        coordinator.json("GET /api/v1/sweeps/abc2", COMPLETED.replace("abc1", "abc2"));

        assertThat(run("watch", "abc1", "abc2")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void bestPrintsParametersMetricsAndWhereToLook() {
        coordinator.json("GET /api/v1/sweeps/abc1", RUNNING);

        assertThat(run("best", "abc1")).isZero();

        assertThat(out.toString())
                .contains("trial 2 is the best of 3, validationAccuracy 0.9813")
                .contains("filters                16")
                .contains("testAccuracy           0.9700")
                .contains(coordinator.url() + "/sweeps/abc1");
    }

    @Test
    void printsWhatTheCoordinatorSentAsJson() {
        coordinator.json("GET /api/v1/sweeps/abc1", RUNNING);

        assertThat(run("show", "abc1", "--json")).isZero();
        assertThat(out.toString()).contains("\"unknown\" : 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "abc"})
    void findsASweepByItsNameOrTheBeginningOfItsId(String text) {
        coordinator.json(
                "GET /api/v1/sweeps", "{'items': [" + RUNNING + ", {'id': 'b', 'name': 'abx'}], 'next': null}");
        coordinator.json("POST /api/v1/sweeps/abc1/cancel", COMPLETED.replace("completed'", "cancelled'"));

        assertThat(run("cancel", text)).isZero();
        assertThat(out).hasToString("digits is cancelled" + System.lineSeparator());
    }

    @Test
    void refusesANameThatMeansSeveralSweeps() {
        coordinator.json(
                "GET /api/v1/sweeps",
                "{'items': [{'id': 'a1', 'name': 'x'}, {'id': 'a2', 'name': 'x'}], 'next': null}");

        assertThat(run("best", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("a1, a2");
    }

    @Test
    void listsSweepsInAlignedColumns() {
        coordinator.json("GET /api/v1/sweeps", "{'items': [" + RUNNING + "], 'next': null}");

        assertThat(run("list")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "ID    NAME    STATE    TRIALS  BEST    METRIC",
                        "abc1  digits  running  3/8     0.9813  validationAccuracy");
    }

    @Test
    void exportsWhatTheCoordinatorSends() {
        coordinator.json("GET /api/v1/sweeps/abc1", COMPLETED);
        coordinator.answer("GET /api/v1/sweeps/abc1/trials.csv", 200, "text/csv", "number,value\n0,0.9\n");

        assertThat(run("export", "abc1", "--format", "csv")).isZero();
        assertThat(out).hasToString("number,value\n0,0.9\n");
    }

    @Test
    void logPrintsWhatTheCoordinatorSends() {
        coordinator.json("GET /api/v1/sweeps/abc1", COMPLETED);
        coordinator.answer("GET /api/v1/sweeps/abc1/trials/7/log", 200, "text/plain", "suggested\ncompleted\n");

        assertThat(run("log", "abc1", "7")).isZero();
        assertThat(out).hasToString("suggested\ncompleted\n");
    }

    @Test
    void uploadNamesAFileThatIsNotThere() {
        assertThat(run("upload", "nowhere.csv", "--name", "x", "--task", "classification"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("there is no file nowhere.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lst", "watch", "trials x --limit 0", "log x -1", "log x one", "export x --format xml"})
    void answersTwoToAWrongCommandLine(String line) {
        coordinator.json("GET /api/v1/sweeps/x", COMPLETED);

        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void everyCommandAnswersHelp() {
        assertThat(Main.commandLine().getSubcommands().keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(run(name, "--help")).isZero());
    }

    @Test
    void saysWhichFileIsMissingAndWhichIsNoText() throws IOException {
        Path binary = Files.write(directory.resolve("sweep.bin"), new byte[] {(byte) 0xff, 0});

        assertThat(run("submit", "none.json")).isEqualTo(ExitCode.USAGE);
        assertThat(run("validate", binary.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("there is no file none.json")
                .contains("sweep.bin is not UTF-8 text, so it cannot be JSON")
                .doesNotContain("Exception");
    }

    @Test
    void namesACommandThatIsNone() {
        assertThat(run("wacht")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("there is no command or option \"wacht\"")
                .contains("watch");
    }

    @Test
    void importancePrintsSharesAndWhatToKnow() {
        coordinator.json("GET /api/v1/sweeps/abc1", RUNNING).json("GET /api/v1/sweeps/abc1/importance", """
                        {'method': 'fanova', 'objective': 'loss', 'trials': 12, 'note': 'Too few trials had b to judge it.',
                         'items': [{'parameter': 'a', 'importance': 0.975}, {'parameter': 'b', 'importance': 0.0}]}
                        """);

        assertThat(run("importance", "abc1", "--method", "fanova", "--objective", "loss"))
                .isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "fanova of loss, from 12 trials",
                        "  a                       97.5 %  " + "█".repeat(39),
                        "  b                        0.0 %",
                        "Too few trials had b to judge it.");
        assertThat(coordinator.received().get(1).query()).isEqualTo("method=fanova&objective=loss");
    }

    @Test
    void paretoListsTheFrontAndItsHypervolume() {
        coordinator.json("GET /api/v1/sweeps/abc1", RUNNING).json("GET /api/v1/sweeps/abc1/pareto", """
                        {'objectives': [{'metric': 'accuracy'}, {'metric': 'seconds'}], 'trials': 9, 'note': null,
                         'items': [{'number': 4, 'values': [0.98, 2.5], 'parameters': {'filters': 16}}],
                         'reference': [0.5, 4], 'hypervolume': 0.72, 'history': []}
                        """);

        assertThat(run("pareto", "abc1")).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "TRIAL  ACCURACY  SECONDS  PARAMETERS",
                        "4      0.9800    2.5000   filters=16",
                        "hypervolume 0.7200, measured from 0.5000 and 4");
    }

    @Test
    void paretoSaysWhenThereIsNoFrontYet() {
        coordinator.json("GET /api/v1/sweeps/abc1", RUNNING).json("GET /api/v1/sweeps/abc1/pareto", """
                        {'objectives': [{'metric': 'accuracy'}], 'items': [], 'reference': null, 'hypervolume': null,
                         'note': 'No trial has a value in every objective yet.'}
                        """);

        assertThat(run("pareto", "abc1")).isZero();

        assertThat(out.toString().strip()).isEqualTo("No trial has a value in every objective yet.");
    }
}
