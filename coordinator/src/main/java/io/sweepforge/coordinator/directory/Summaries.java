package io.sweepforge.coordinator.directory;

import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.directory.DirectoryCommand.Changed;
import io.sweepforge.coordinator.directory.DirectoryCommand.Versioned;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sweeps as they are at present, by the order in which they changed last. */
final class Summaries {
    private final Map<String, Versioned> byId = new HashMap<>();
    private final NavigableMap<Long, Versioned> byVersion = new TreeMap<>();
    private long version;

    /** @param start above every version that was ever given out, e.g. the time in milliseconds */
    Summaries(long start) {
        this.version = start;
    }

    /** What stays as it is keeps its version. */
    void put(SweepView sweep) {
        @Nullable Versioned known = byId.get(sweep.id());
        if (known != null && known.sweep().equals(sweep)) {
            return;
        }
        remove(sweep.id());
        version++;
        Versioned entry = new Versioned(version, sweep);
        byId.put(sweep.id(), entry);
        byVersion.put(version, entry);
    }

    void remove(String id) {
        @Nullable Versioned before = byId.remove(id);
        if (before != null) {
            byVersion.remove(before.version());
        }
    }

    Changed since(long known) {
        return new Changed(byVersion.tailMap(known, false).values().stream().toList(), version);
    }

    long version() {
        return version;
    }

    Collection<SweepView> all() {
        return byVersion.values().stream().map(Versioned::sweep).toList();
    }
}
