package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialCheckpointed;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialPaused;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialReported;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.TrialUpdate;
import io.sweepforge.search.scheduler.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a node tells into events: each update counts once, in order, and only while its attempt holds the lease.
 * Not thread-safe; made for one batch.
 */
final class Updating {
    private final NodeIdentity node;
    private final Scheduler scheduler;
    private final Instant now;
    private final List<SweepEvent> events = new ArrayList<>();
    private Sweep sweep;

    private Updating(Sweep sweep, NodeIdentity node, Scheduler scheduler, Instant now) {
        this.sweep = sweep;
        this.node = node;
        this.scheduler = scheduler;
        this.now = now;
    }

    /** @param scheduler is shown what it judges */
    static List<SweepEvent> events(
            Sweep sweep, NodeIdentity node, List<TrialUpdate> updates, Scheduler scheduler, Instant now) {
        Updating batch = new Updating(sweep, node, scheduler, now);
        updates.forEach(batch::take);
        return batch.events;
    }

    private void take(TrialUpdate update) {
        sweep.trials()
                .find(update.attempt().trial())
                .filter(trial -> isNext(trial, update))
                .ifPresent(trial -> take(trial, update));
    }

    private boolean isNext(Trial trial, TrialUpdate update) {
        Lease lease = trial.lease();
        return lease != null
                && trial.isRunning()
                && lease.isHeldBy(update.attempt().attempt(), node)
                && update.sequence() == lease.sequence() + 1;
    }

    private void take(Trial trial, TrialUpdate update) {
        int number = trial.number();
        int attempt = trial.attempts();
        long sequence = update.sequence();
        if (update instanceof TrialUpdate.Reported reported) {
            report(trial, reported);
        } else if (update instanceof TrialUpdate.Checkpointed saved) {
            add(new TrialCheckpointed(number, attempt, sequence, saved.checkpoint(), now));
        } else if (update instanceof TrialUpdate.Completed) {
            add(new TrialEnded(number, attempt, sequence, TrialState.COMPLETED, null, null, now));
        } else if (update instanceof TrialUpdate.Stopped) {
            String reason = "The node took it out by itself.";
            add(new TrialEnded(number, attempt, sequence, TrialState.CANCELLED, null, reason, now));
        } else if (update instanceof TrialUpdate.Paused) {
            pause(trial, sequence);
        } else if (update instanceof TrialUpdate.Failed failed) {
            Failing.events(sweep, trial, sequence, failed.failure(), now).forEach(this::add);
        }
    }

    /** A node that leaves puts its trials back without being asked. */
    private void pause(Trial trial, long sequence) {
        if (trial.lease() != null && trial.lease().pausing()) {
            add(new TrialPaused(trial.number(), trial.attempts(), sequence, now));
        } else {
            Failure left = new Failure(FailureCode.NODE_LOST, "Node " + node.id() + " put the trial back.");
            Failing.events(sweep, trial, sequence, left, now).forEach(this::add);
        }
    }

    private void report(Trial trial, TrialUpdate.Reported update) {
        Optional<Judgement> judgement = Judging.judge(sweep, scheduler, trial, update);
        add(reported(trial, update, judgement.orElse(null)));
        judgement.ifPresent(decision -> Judging.consequences(sweep, trial, update.sequence(), decision, now)
                .forEach(this::add));
    }

    private static TrialReported reported(Trial trial, TrialUpdate.Reported update, @Nullable Judgement judgement) {
        return new TrialReported(
                trial.number(),
                trial.attempts(),
                update.sequence(),
                update.epoch(),
                update.metrics(),
                judgement,
                update.at());
    }

    private void add(SweepEvent event) {
        events.add(event);
        sweep = Evolution.apply(sweep, event);
    }
}
