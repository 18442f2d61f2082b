package io.sweepforge.coordinator.directory;

import io.sweepforge.coordinator.api.Page;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.Sweeps.SweepQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One page of sweeps, the newest first. A cursor is the last sweep's time and id. */
final class SweepListing {
    private static final Comparator<SweepView> NEWEST_FIRST = Comparator.comparing(SweepView::createdAt)
            .thenComparing(SweepView::id)
            .reversed();

    private SweepListing() {}

    static Page<SweepView> page(Collection<SweepView> sweeps, SweepQuery query) {
        List<SweepView> found = sweeps.stream()
                .filter(sweep -> matches(sweep, query))
                .sorted(NEWEST_FIRST)
                .filter(sweep -> query.cursor()
                        .map(cursor -> cursor(sweep).compareTo(cursor) < 0)
                        .orElse(true))
                .limit(query.limit() + 1L)
                .toList();
        boolean more = found.size() > query.limit();
        List<SweepView> items = more ? found.subList(0, query.limit()) : found;
        return new Page<>(items, more ? cursor(items.get(items.size() - 1)) : null);
    }

    /** Fixed width, so that its order as text is the order of the list. */
    private static String cursor(SweepView sweep) {
        return "%020d-%s"
                .formatted(
                        sweep.createdAt().toEpochMilli() * 1_000_000
                                + sweep.createdAt().getNano() % 1_000_000,
                        sweep.id());
    }

    private static boolean matches(SweepView sweep, SweepQuery query) {
        return query.state().map(sweep.state()::equals).orElse(true)
                && query.name()
                        .map(part -> lower(sweep.name()).contains(lower(part)))
                        .orElse(true)
                && query.label()
                        .map(label -> label.value().equals(sweep.spec().labels().get(label.key())))
                        .orElse(true);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
