package io.sweepforge.client.cli;

import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists sweeps. */
@Command(name = "list", description = "List the sweeps.")
final class ListCommand extends ServerCommand {
    @Override
    int run(SweepforgeClient client) {
        List<Sweep> sweeps = client.sweeps();
        Table table = new Table("ID", "NAME", "STATE", "TRIALS", "BEST", "METRIC");
        for (Sweep sweep : sweeps) {
            table.row(
                    sweep.id(),
                    sweep.name(),
                    sweep.state(),
                    sweep.finishedTrials() + "/" + sweep.maxTrials(),
                    sweep.best().map(best -> Words.number(best.value())).orElse("-"),
                    sweep.metric());
        }
        return printTable(sweeps.stream().map(Sweep::json).toList(), table);
    }
}
