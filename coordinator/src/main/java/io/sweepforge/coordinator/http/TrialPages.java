package io.sweepforge.coordinator.http;

import akka.NotUsed;
import akka.japi.Pair;
import akka.stream.javadsl.Source;
import io.sweepforge.coordinator.api.Page;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.api.Sweeps.TrialOrder;
import io.sweepforge.coordinator.api.Sweeps.TrialQuery;
import io.sweepforge.coordinator.api.TrialView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Walks through all trials of a sweep in the order of their numbers, a page at a time. */
record TrialPages(Sweeps sweeps) {
    Source<TrialView, NotUsed> all(String sweep) {
        return Source.unfoldAsync(Optional.of(Optional.<String>empty()), position -> page(sweep, position))
                .mapConcat(items -> items);
    }

    /** @param position where the next page begins; empty when there is none */
    private CompletionStage<Optional<Pair<Optional<Optional<String>>, List<TrialView>>>> page(
            String sweep, Optional<Optional<String>> position) {
        if (position.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        TrialQuery query =
                new TrialQuery(Optional.empty(), TrialOrder.NUMBER, false, Query.LARGEST_LIMIT, position.get());
        return sweeps.trials(sweep, query)
                .thenApply(Answers::value)
                .thenApply(page -> Optional.of(Pair.create(following(page), page.items())));
    }

    private static Optional<Optional<String>> following(Page<TrialView> page) {
        return Optional.ofNullable(page.next()).map(Optional::of);
    }
}
