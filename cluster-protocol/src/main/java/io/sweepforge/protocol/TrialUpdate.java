package io.sweepforge.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;

/**
 * What happened to an attempt, numbered by the node from 1 without gaps. A node sends an update again until it is
 * acknowledged; the coordinator ignores what it already has.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrialUpdate.Reported.class, name = "reported"),
    @JsonSubTypes.Type(value = TrialUpdate.Checkpointed.class, name = "checkpointed"),
    @JsonSubTypes.Type(value = TrialUpdate.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = TrialUpdate.Stopped.class, name = "stopped"),
    @JsonSubTypes.Type(value = TrialUpdate.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = TrialUpdate.Failed.class, name = "failed")
})
public sealed interface TrialUpdate extends ProtocolMessage {
    AttemptId attempt();

    long sequence();

    /** An epoch was trained and evaluated. */
    record Reported(AttemptId attempt, long sequence, int epoch, Map<String, Double> metrics, Instant at)
            implements TrialUpdate {}

    /** The attempt's state is safe in the artifact store. */
    record Checkpointed(AttemptId attempt, long sequence, CheckpointReference checkpoint) implements TrialUpdate {}

    /** All epochs are done; follows the last {@link Reported} and the {@link Checkpointed} with the final weights. */
    record Completed(AttemptId attempt, long sequence, Instant at) implements TrialUpdate {}

    /** The lane was taken out because the coordinator said so. */
    record Stopped(AttemptId attempt, long sequence, Instant at) implements TrialUpdate {}

    /** The lane was taken out after the checkpoint told before it and can be taken up again from there. */
    record Paused(AttemptId attempt, long sequence, Instant at) implements TrialUpdate {}

    /** The attempt cannot go on. */
    record Failed(AttemptId attempt, long sequence, Failure failure, Instant at) implements TrialUpdate {}
}
