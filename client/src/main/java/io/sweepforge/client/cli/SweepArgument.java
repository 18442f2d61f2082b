package io.sweepforge.client.cli;

import io.sweepforge.client.ApiException;
import io.sweepforge.client.SweepforgeClient;
import io.sweepforge.client.view.Sweep;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the sweep that a user means. */
final class SweepArgument {
    private static final int NOT_FOUND = 404;

    private SweepArgument() {}

    /**
     * The sweep with that ID, else with that name, else with an ID that begins so.
     *
     * @throws UsageException when there is none, or more than one
     */
    static Sweep find(SweepforgeClient client, String text) {
        try {
            return client.sweep(text);
        } catch (ApiException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            return choose(client.sweeps(), text);
        }
    }

    private static Sweep choose(List<Sweep> sweeps, String text) {
        List<Sweep> named = matching(sweeps, sweep -> sweep.name().equals(text));
        List<Sweep> candidates =
                named.isEmpty() ? matching(sweeps, sweep -> sweep.id().startsWith(text)) : named;
        if (candidates.isEmpty()) {
            throw new UsageException("there is no sweep \"" + text + "\"; sweepforge list shows those that are");
        }
        if (candidates.size() > 1) {
            String ids = candidates.stream().map(Sweep::id).collect(Collectors.joining(", "));
            throw new UsageException("\"" + text + "\" means several sweeps, name one by its ID: " + ids);
        }
        return candidates.get(0);
    }

    private static List<Sweep> matching(List<Sweep> sweeps, Predicate<Sweep> condition) {
        return sweeps.stream().filter(condition).toList();
    }
}
