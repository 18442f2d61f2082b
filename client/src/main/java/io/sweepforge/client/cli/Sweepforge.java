package io.sweepforge.client.cli;

import io.sweepforge.client.Patience;
import io.sweepforge.client.SweepforgeClient;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that all others are below, with the options that all of them take. */
@Command(
        name = "sweepforge",
        description = "Submit, watch and steer sweeps of a Sweepforge cluster.",
        subcommands = {
            SubmitCommand.class,
            ValidateCommand.class,
            WatchCommand.class,
            ListCommand.class,
            ShowCommand.class,
            BestCommand.class,
            TrialsCommand.class,
            ImportanceCommand.class,
            ParetoCommand.class,
            LogCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            CancelCommand.class,
            DeleteCommand.class,
            ExportCommand.class,
            NodesCommand.class,
            DatasetsCommand.class,
            UploadCommand.class,
            FamiliesCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "A sweep is named by its ID, by the beginning of its ID or by its name, where that means one sweep only.",
            "Every command answers --help."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a sweep that was watched did not complete",
            "2:the command line or a file it names is wrong",
            "3:the coordinator refused",
            "4:the coordinator does not answer, or broke"
        })
final class Sweepforge {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_WATCHING = Duration.ofMinutes(2);

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            defaultValue = "${env:SWEEPFORGE_URL:-http://127.0.0.1:8080}",
            description = "The coordinator. Default: $$SWEEPFORGE_URL, else%nhttp://127.0.0.1:8080")
    private String url = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON as the coordinator sent it.")
    private boolean json;

    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
    private boolean help;

    boolean json() {
        return json;
    }

    SweepforgeClient client() {
        return client(PATIENCE);
    }

    /** For commands that stay: a coordinator may be restarted under them. */
    SweepforgeClient watchingClient() {
        return client(PATIENCE_WATCHING);
    }

    private SweepforgeClient client(Duration patience) {
        URI uri = uri();
        String waiting =
                "sweepforge: no coordinator is ready at %s yet; trying for %d s".formatted(uri, patience.toSeconds());
        return new SweepforgeClient(
                uri, new Patience(patience), () -> spec.commandLine().getErr().println(waiting));
    }

    /** Where the dashboard shows a sweep. */
    String dashboard(String id) {
        return uri().resolve("/sweeps/" + id).toString();
    }

    private URI uri() {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException notAUri) {
            throw notAUrl();
        }
        throw notAUrl();
    }

    private UsageException notAUrl() {
        return new UsageException("--url must be like http://127.0.0.1:8080, was \"" + url + "\"");
    }
}
