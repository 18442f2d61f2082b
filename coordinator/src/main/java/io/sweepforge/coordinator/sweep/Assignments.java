package io.sweepforge.coordinator.sweep;

import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.TrialAssignment;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a node has to train. */
final class Assignments {
    private Assignments() {}

    /** @param trial a running one */
    static TrialAssignment of(Sweep sweep, Trial trial, Lease lease, DatasetReference dataset, int checkpointEvery) {
        Map<String, Object> parameters =
                new LinkedHashMap<>(sweep.spec().trial().fixed());
        parameters.putAll(trial.parameters());
        return new TrialAssignment(
                new AttemptId(sweep.id(), trial.number(), lease.attempt()),
                lease.device(),
                sweep.spec().trial().family(),
                dataset,
                parameters,
                sweep.spec().trial().epochs(),
                TrialSeed.of(sweep.spec().seed(), trial.number()),
                trial.checkpoint(),
                checkpointEvery);
    }
}
