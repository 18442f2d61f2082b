package io.sweepforge.client.cli;

import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exports trials. */
@Command(name = "export", description = "Write all trials of a sweep to standard output.")
final class ExportCommand extends SweepCommand {
    enum Format {
        csv,
        json
    }

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES}. Default: csv")
    private Format format = Format.csv;

    @Override
    int run(SweepforgeClient client, Sweep sweep) throws IOException {
        return printText(client.export(sweep.id(), format.name()));
    }
}
