package io.sweepforge.client.cli;

import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import io.sweepforge.client.view.Trial;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists trials. */
@Command(name = "trials", description = "List trials of a sweep with their parameters and reasons.")
final class TrialsCommand extends SweepCommand {
    @Option(names = "--sort", defaultValue = "number", description = "number, value or duration. Default: number")
    private String sort = "";

    @Option(names = "--limit", defaultValue = "100", paramLabel = "N", description = "How many at most. Default: 100")
    private int limit;

    @Override
    int run(SweepforgeClient client, Sweep sweep) {
        if (limit < 1) {
            throw new UsageException("--limit must be from 1, was " + limit);
        }
        List<Trial> trials = client.trials(sweep.id(), sort, limit);
        Table table = new Table("TRIAL", "STATE", "VALUE", "EPOCH", "ATTEMPTS", "PARAMETERS", "REASON");
        for (Trial trial : trials) {
            table.row(
                    String.valueOf(trial.number()),
                    trial.state(),
                    trial.value().stream().mapToObj(Words::number).findFirst().orElse("-"),
                    String.valueOf(trial.epoch()),
                    String.valueOf(trial.attempts()),
                    Words.pairs(trial.parameters()),
                    trial.reason());
        }
        return printTable(trials.stream().map(Trial::json).toList(), table);
    }
}
