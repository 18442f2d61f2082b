package io.sweepforge.coordinator.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A sweep's lifecycle. */
public enum SweepState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("failed")
    FAILED;

    public boolean isFinal() {
        return this != RUNNING && this != PAUSED;
    }
}
