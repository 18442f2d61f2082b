package io.sweepforge.coordinator.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole sweep specification, every default filled in, in the shape of the HTTP contract. Persisted as it stands, so
 * names here are for ever.
 *
 * @param space as the contract has it; read with {@code SpaceParser}
 * @param warmStart null when it begins with nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepSpec(
        String name,
        List<ObjectiveSpec> objectives,
        TrialSpec trial,
        Map<String, Object> space,
        List<String> constraints,
        Strategy sampler,
        Strategy scheduler,
        Budget budget,
        Retry retry,
        long seed,
        int priority,
        List<Map<String, Object>> seedTrials,
        Map<String, String> labels,
        @Nullable WarmStart warmStart) {
    public SweepSpec(
            String name,
            List<ObjectiveSpec> objectives,
            TrialSpec trial,
            Map<String, Object> space,
            List<String> constraints,
            Strategy sampler,
            Strategy scheduler,
            Budget budget,
            Retry retry,
            long seed,
            int priority,
            List<Map<String, Object>> seedTrials,
            Map<String, String> labels) {
        this(
                name,
                objectives,
                trial,
                space,
                constraints,
                sampler,
                scheduler,
                budget,
                retry,
                seed,
                priority,
                seedTrials,
                labels,
                null);
    }

    /** @param goal {@code maximize} or {@code minimize} */
    public record ObjectiveSpec(String metric, String goal) {}

    /**
     * What a trial runs. {@code model} is the one kind this version trains.
     *
     * @param dataset as the user wrote it: a name or a hash
     * @param datasetHash what that name meant when the sweep was submitted
     */
    public record TrialSpec(
            String kind, String family, String dataset, String datasetHash, int epochs, Map<String, Object> fixed) {}

    /** A sampler or scheduler: its kind, and its options beside it. */
    public record Strategy(
            String kind, @JsonAnyGetter @JsonAnySetter Map<String, Object> options) {}

    /** When the sweep is done; null means no such limit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Budget(
            int maxTrials,
            @Nullable Duration maxDuration,
            @Nullable Integer maxParallelTrials,
            @Nullable Double target,
            @Nullable Integer maxTrialsWithoutImprovement) {}

    public record Retry(int maxAttempts) {}

    /**
     * Earlier sweeps from which the sampler learns before it proposes anything.
     *
     * @param sweeps ids, at least one
     */
    public record WarmStart(List<String> sweeps) {}
}
