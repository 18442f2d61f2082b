package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.Page;
import io.sweepforge.coordinator.api.Sweeps.TrialQuery;
import io.sweepforge.coordinator.api.TrialView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One page of a sweep's trials. A cursor is the number of trials before the page. */
final class TrialListing {
    private TrialListing() {}

    static Page<TrialView> page(Sweep sweep, TrialQuery query, Instant now) {
        int from = query.cursor().map(TrialListing::offset).orElse(0);
        List<TrialView> found = ordered(sweep, query, now)
                .filter(trial -> query.state().map(trial.state()::equals).orElse(true))
                .skip(from)
                .limit(query.limit() + 1L)
                .map(Views::trial)
                .toList();
        boolean more = found.size() > query.limit();
        return new Page<>(
                more ? found.subList(0, query.limit()) : found, more ? String.valueOf(from + query.limit()) : null);
    }

    /** @throws IllegalArgumentException when it is none of ours */
    static int offset(String cursor) {
        try {
            return Integer.parseUnsignedInt(cursor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("cursor: must be one that a list answered, was " + cursor, e);
        }
    }

    private static Stream<Trial> ordered(Sweep sweep, TrialQuery query, Instant now) {
        Stream<Trial> all = sweep.trials().all().stream();
        Comparator<Trial> byNumber = Comparator.comparingInt(Trial::number);
        return switch (query.sort()) {
            case NUMBER -> query.descending() ? all.sorted(byNumber.reversed()) : all;
            case VALUE -> byValue(sweep, query.descending());
            case DURATION ->
                all.sorted(directed(Comparator.comparing(trial -> duration(trial, now)), query.descending())
                        .thenComparing(byNumber));
        };
    }

    /** By the first objective's value; trials without one come last either way. */
    private static Stream<Trial> byValue(Sweep sweep, boolean descending) {
        Trials trials = sweep.trials();
        Comparator<Trial> byValue = Comparator.comparingDouble(TrialListing::value);
        Stream<Trial> valued = trials.ranking().stream()
                .map(ranked -> trials.get(ranked.number()))
                .sorted(directed(byValue, descending));
        return Stream.concat(valued, trials.all().stream().filter(trial -> !trial.hasResult()));
    }

    private static double value(Trial trial) {
        Learned.Measured best = trial.learned().best();
        return best == null ? Double.NaN : best.values().get(0);
    }

    private static Duration duration(Trial trial, Instant now) {
        Instant started = trial.startedAt();
        Instant finished = trial.finishedAt();
        return started == null ? Duration.ZERO : Duration.between(started, finished == null ? now : finished);
    }

    private static Comparator<Trial> directed(Comparator<Trial> order, boolean descending) {
        return descending ? order.reversed() : order;
    }
}
