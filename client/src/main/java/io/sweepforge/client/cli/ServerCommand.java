package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sweepforge.client.Json;
import io.sweepforge.client.SweepforgeClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that talks to a coordinator. */
abstract class ServerCommand implements Callable<Integer> {
    @ParentCommand
    private Sweepforge parent = new Sweepforge();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Does it; errors are exceptions. */
    abstract int run(SweepforgeClient client) throws Exception;

    @Override
    public final Integer call() throws Exception {
        return run(parent.client());
    }

    final Sweepforge parent() {
        return parent;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints the answer as JSON where that was asked for, else as text. */
    final int print(Object json, String text) {
        out().println(parent.json() ? Json.pretty(json) : text);
        return ExitCode.OK;
    }

    /** Prints what the coordinator sends while it comes, and closes it. */
    final int printText(InputStream content) throws IOException {
        try (Reader text = new InputStreamReader(content, StandardCharsets.UTF_8)) {
            text.transferTo(out());
        }
        out().flush();
        return ExitCode.OK;
    }

    final int printTable(List<JsonNode> items, Table table) {
        return print(items, table.toString());
    }
}
