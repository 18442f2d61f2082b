package io.sweepforge.coordinator.sweep;

import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.TrialAssignment;
import io.sweepforge.search.scheduler.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a node has to train. */
final class Assignments {
    private Assignments() {}

    /**
     * An attempt of a trial.
     *
     * @param trial a running one
     * @param checkpointEvery what the operator wants
     */
    static TrialAssignment of(
            Sweep sweep, Trial trial, Lease lease, DatasetReference dataset, Scheduler scheduler, int checkpointEvery) {
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
                trial.beginsAsCopy(),
                checkpointEvery(scheduler, checkpointEvery),
                holdAt(scheduler.rungs()));
    }

    /** Trials that are copied have to have saved what they were judged by. */
    private static int checkpointEvery(Scheduler scheduler, int wanted) {
        return scheduler.sampledTrials() == Integer.MAX_VALUE
                ? wanted
                : scheduler.rungs().stream().reduce(0, Assignments::greatestCommonDivisor);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /**
     * Rungs at which a lane waits for its verdict. Each wait costs a round trip, so of rungs that are close together only
     * some: at most logarithmically many, and what is trained in vain stays a fraction of what was trained.
     */
    static List<Integer> holdAt(List<Integer> rungs) {
        List<Integer> held = new ArrayList<>();
        int last = 0;
        for (int rung : rungs) {
            if (2 * rung >= 3 * last) {
                held.add(rung);
                last = rung;
            }
        }
        return held;
    }
}
