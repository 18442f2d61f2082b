package io.sweepforge.coordinator.sweep;

import akka.persistence.typed.SnapshotAdapter;
import java.util.Optional;

/** Between a sweep and its persisted form. Nothing is ever snapshot before the sweep exists. */
final class SweepSnapshotAdapter implements SnapshotAdapter<Optional<Sweep>> {
    @Override
    public Object toJournal(Optional<Sweep> state) {
        return SweepSnapshot.of(state.orElseThrow());
    }

    @Override
    public Optional<Sweep> fromJournal(Object from) {
        return ((SweepSnapshot) from).toSweep();
    }
}
