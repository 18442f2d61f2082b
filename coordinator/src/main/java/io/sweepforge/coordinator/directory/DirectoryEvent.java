package io.sweepforge.coordinator.directory;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to the list of sweeps. The names below are written to databases: they are for ever. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = DirectoryEvent.SweepRegistered.class, name = "sweep-registered"),
    @Type(value = DirectoryEvent.SweepFinished.class, name = "sweep-finished"),
    @Type(value = DirectoryEvent.SweepRemoved.class, name = "sweep-removed")
})
public sealed interface DirectoryEvent {
    record SweepRegistered(
            String id, SweepSpec spec, @Nullable String idempotencyKey, Instant at) implements DirectoryEvent {}

    /** @param sweep as it will stay */
    record SweepFinished(SweepView sweep) implements DirectoryEvent {}

    record SweepRemoved(String id) implements DirectoryEvent {}
}
