package io.sweepforge.coordinator.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A trial's lifecycle. */
public enum TrialState {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("pruned")
    PRUNED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED;

    public boolean isFinal() {
        return switch (this) {
            case PENDING, RUNNING, PAUSED -> false;
            case COMPLETED, PRUNED, FAILED, CANCELLED -> true;
        };
    }
}
