package io.sweepforge.coordinator.directory;

import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.directory.DirectoryEvent.SweepFinished;
import io.sweepforge.coordinator.directory.DirectoryEvent.SweepRegistered;
import io.sweepforge.coordinator.directory.DirectoryEvent.SweepRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Every sweep there is. Immutable; what snapshots keep, so names here are for ever.
 *
 * @param sweeps by id: finished ones as they stay, others as they began
 * @param keys sweeps by idempotency key
 */
public record Catalogue(Map<String, SweepView> sweeps, Map<String, String> keys) {
    static final Catalogue EMPTY = new Catalogue(HashTreePMap.empty(), HashTreePMap.empty());

    Optional<String> byKey(Optional<String> key) {
        return key.map(keys::get);
    }

    List<SweepView> unfinished() {
        return sweeps.values().stream()
                .filter(sweep -> !sweep.state().isFinal())
                .toList();
    }

    boolean isUnfinished(String id) {
        SweepView sweep = sweeps.get(id);
        return sweep != null && !sweep.state().isFinal();
    }

    Catalogue apply(DirectoryEvent event) {
        PMap<String, SweepView> all = HashTreePMap.from(sweeps);
        PMap<String, String> known = HashTreePMap.from(keys);
        if (event instanceof SweepRegistered registered) {
            String key = registered.idempotencyKey();
            return new Catalogue(
                    all.plus(registered.id(), begun(registered)),
                    key == null ? known : known.plus(key, registered.id()));
        }
        if (event instanceof SweepFinished finished) {
            return new Catalogue(all.plus(finished.sweep().id(), finished.sweep()), known);
        }
        SweepRemoved removed = (SweepRemoved) event;
        List<String> gone = known.entrySet().stream()
                .filter(entry -> entry.getValue().equals(removed.id()))
                .map(Map.Entry::getKey)
                .toList();
        return new Catalogue(all.minus(removed.id()), known.minusAll(gone));
    }

    static SweepView begun(SweepRegistered event) {
        Instant at = event.at();
        return new SweepView(
                event.id(),
                event.spec().name(),
                SweepState.RUNNING,
                event.spec(),
                at,
                null,
                null,
                new SweepView.TrialCounts(0, 0, 0, 0, 0, 0, 0, 0),
                null,
                new SweepView.Progress(0, null),
                null);
    }
}
