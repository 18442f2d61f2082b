package io.sweepforge.coordinator.api;

import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.NodeMessage.TrialRequirements;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The nodes and what they offer. Thread-safe; nothing blocks. */
public interface Cluster {
    CompletionStage<List<NodeView>> nodes();

    /** The node finishes what it runs and takes nothing new. */
    CompletionStage<Outcome<NodeView>> drain(String node);

    /** Every family that a node has announced; kept while its nodes are away. */
    CompletionStage<List<FamilyDescription>> families();

    /** What a trial would need, asked of a node that has the family; empty when none is here or none answers in time. */
    CompletionStage<Optional<TrialRequirements>> describe(
            String family, DatasetReference dataset, Map<String, Object> parameters, int epochs);

    /** @param state {@code ready}, {@code draining} or {@code lost} */
    record NodeView(
            String id,
            String state,
            String address,
            Instant joinedAt,
            Instant lastSeenAt,
            List<DeviceView> devices,
            List<String> families) {}

    /**
     * A device.
     *
     * @param utilisation share of the last interval in which it trained, 0 to 1; null when its node cannot tell
     * @param temperatureCelsius null when its node cannot tell
     */
    record DeviceView(
            String id,
            String backend,
            String name,
            long memoryBytes,
            long memoryUsedBytes,
            @Nullable Double utilisation,
            @Nullable Integer temperatureCelsius,
            int lanes,
            List<RunningTrial> trials) {}

    record RunningTrial(String sweep, int number, int attempt) {
        public static RunningTrial of(AttemptId attempt) {
            return new RunningTrial(attempt.sweep(), attempt.trial(), attempt.attempt());
        }
    }
}
