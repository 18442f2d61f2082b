package io.sweepforge.coordinator.directory;

import akka.Done;
import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.ClusterMessage;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.Sweeps.SweepQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the directory is told. */
public sealed interface DirectoryCommand extends ClusterMessage {
    /**
     * A sweep is to begin.
     *
     * @param id a new one; not used when the key was seen before
     */
    record Register(String id, SweepSpec spec, Optional<String> idempotencyKey, ActorRef<Registered> replyTo)
            implements DirectoryCommand {}

    /** @param id of the sweep that belongs to the request, new or not */
    record Registered(String id) implements ClusterMessage {}

    /** A sweep is now like this. */
    record Update(SweepView sweep) implements DirectoryCommand {}

    record Remove(String id, ActorRef<Done> replyTo) implements DirectoryCommand {}

    record ListSweeps(SweepQuery query, ActorRef<Listed> replyTo) implements DirectoryCommand {}

    record Listed(List<SweepView> items, @Nullable String next) implements ClusterMessage {}

    /** @param version of the last change that is known; empty to learn the present one only */
    record ChangedSince(Optional<Long> version, ActorRef<Changed> replyTo) implements DirectoryCommand {}

    /** @param sweeps ascending by version */
    record Changed(List<Versioned> sweeps, long version) implements ClusterMessage {}

    /** @param version ascends with every change of any sweep, over restarts too */
    record Versioned(long version, SweepView sweep) implements ClusterMessage {}

    /** See to it that every unfinished sweep is awake. */
    record WakeUp() implements DirectoryCommand {}

    /** Answer lists even if some sweeps have not told how they are. */
    record ListAnyway() implements DirectoryCommand {}
}
