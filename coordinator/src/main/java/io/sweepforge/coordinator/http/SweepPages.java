package io.sweepforge.coordinator.http;

import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.api.Sweeps.SweepQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Walks through all pages of a list. */
record SweepPages(Sweeps sweeps) {
    CompletionStage<List<SweepView>> all() {
        return from(Optional.empty(), new ArrayList<>());
    }

    private CompletionStage<List<SweepView>> from(Optional<String> cursor, List<SweepView> found) {
        SweepQuery query =
                new SweepQuery(Optional.empty(), Optional.empty(), Optional.empty(), Query.LARGEST_LIMIT, cursor);
        return sweeps.list(query).thenCompose(page -> {
            found.addAll(page.items());
            Optional<String> next = Optional.ofNullable(page.next());
            return next.isPresent() ? from(next, found) : CompletableFuture.completedFuture(found);
        });
    }
}
