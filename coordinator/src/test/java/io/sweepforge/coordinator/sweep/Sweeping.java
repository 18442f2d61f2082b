package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialLeased;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialSuggested;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.TrialUpdate;
import io.sweepforge.search.scheduler.Scheduler;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sweep that a test drives by hand, without actors. */
final class Sweeping {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final NodeIdentity NODE = new NodeIdentity("n1", "i1");
    static final NodeIdentity OTHER = new NodeIdentity("n2", "i1");

    private final Scheduler scheduler;
    private Sweep sweep;

    private Sweeping(Sweep sweep, Scheduler scheduler) {
        this.sweep = sweep;
        this.scheduler = scheduler;
    }

    static Sweeping of(SweepSpec spec) {
        List<SweepEvent> created = Commands.create("s", spec, NOW);
        Sweep first = Evolution.apply(Optional.empty(), created.get(0)).orElseThrow();
        return new Sweeping(Evolution.apply(first, created.subList(1, created.size())), Strategies.scheduler(spec));
    }

    /** The same, with another scheduler. */
    Sweeping judgedBy(Scheduler other) {
        return new Sweeping(sweep, other);
    }

    /** With trials from 0, of which the first {@code running} run on {@link #NODE} at their first attempt. */
    static Sweeping with(SweepSpec spec, int trials, int running) {
        Sweeping sweeping = of(spec);
        for (int i = 0; i < trials; i++) {
            sweeping.on(new TrialSuggested(i, Map.of("learningRate", 0.01), "chance", NOW));
        }
        for (int i = 0; i < running; i++) {
            sweeping.on(new TrialLeased(i, 1, NODE, "cpu-0", NOW));
        }
        return sweeping;
    }

    Sweep sweep() {
        return sweep;
    }

    Trial trial(int number) {
        return sweep.trials().get(number);
    }

    Sweeping on(SweepEvent... events) {
        sweep = Evolution.apply(sweep, List.of(events));
        return this;
    }

    Sweeping on(List<SweepEvent> events) {
        sweep = Evolution.apply(sweep, events);
        return this;
    }

    /** Takes what a node tells and answers the events. */
    List<SweepEvent> tell(NodeIdentity node, TrialUpdate... updates) {
        List<SweepEvent> events = Updating.events(sweep, node, Arrays.asList(updates), scheduler, NOW);
        on(events);
        return events;
    }

    static AttemptId attempt(int trial, int attempt) {
        return new AttemptId("s", trial, attempt);
    }

    static TrialUpdate reported(int trial, int attempt, long sequence, int epoch, double accuracy) {
        return new TrialUpdate.Reported(attempt(trial, attempt), sequence, epoch, Map.of("accuracy", accuracy), NOW);
    }

    static TrialUpdate checkpointed(int trial, int attempt, long sequence, int epoch) {
        return new TrialUpdate.Checkpointed(
                attempt(trial, attempt), sequence, new CheckpointReference("abc", epoch, 10));
    }

    static TrialUpdate completed(int trial, int attempt, long sequence) {
        return new TrialUpdate.Completed(attempt(trial, attempt), sequence, NOW);
    }

    static TrialUpdate paused(int trial, int attempt, long sequence) {
        return new TrialUpdate.Paused(attempt(trial, attempt), sequence, NOW);
    }

    static TrialUpdate failed(int trial, int attempt, long sequence, FailureCode code) {
        return new TrialUpdate.Failed(attempt(trial, attempt), sequence, new Failure(code, "It broke."), NOW);
    }
}
