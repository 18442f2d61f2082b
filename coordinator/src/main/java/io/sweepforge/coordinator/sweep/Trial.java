package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.Failure;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One configuration of a sweep and how far it came. Part of snapshots, so names here are for ever.
 *
 * @param reason why it was chosen, later why it was stopped
 * @param failures attempts that count against the user's limit
 * @param lease the present one while it runs, else the last one; null before the first
 * @param failure why it has no result
 */
public record Trial(
        int number,
        TrialState state,
        Map<String, Object> parameters,
        String reason,
        int failures,
        @Nullable Lease lease,
        Learned learned,
        @Nullable CheckpointReference checkpoint,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Failure failure) {
    static Trial suggested(SweepEvent.TrialSuggested event) {
        return new Trial(
                event.number(),
                TrialState.PENDING,
                event.parameters(),
                event.reason(),
                0,
                null,
                Learned.NOTHING,
                null,
                null,
                null,
                null);
    }

    /** Executions begun so far. */
    int attempts() {
        return lease == null ? 0 : lease.attempt();
    }

    boolean isRunning() {
        return state == TrialState.RUNNING;
    }

    /** The attempt that holds a lease now, 0 when none does. */
    int runningAttempt() {
        return isRunning() ? attempts() : 0;
    }

    /** Whether the value of its best epoch may be shown off: not when it diverged or failed. */
    boolean hasResult() {
        return learned.best() != null && failure == null;
    }

    Trial leased(Lease next, Instant at) {
        int epoch = checkpoint == null ? 0 : checkpoint.epoch();
        Instant started = startedAt == null ? at : startedAt;
        return new Trial(
                number,
                TrialLifecycle.move(state, TrialState.RUNNING),
                parameters,
                reason,
                failures,
                next,
                learned.backAt(epoch),
                checkpoint,
                started,
                null,
                null);
    }

    Trial learned(Lease recorded, Learned now) {
        return new Trial(
                number, state, parameters, reason, failures, recorded, now, checkpoint, startedAt, finishedAt, failure);
    }

    Trial checkpointed(Lease recorded, @Nullable CheckpointReference saved) {
        return new Trial(
                number, state, parameters, reason, failures, recorded, learned, saved, startedAt, finishedAt, failure);
    }

    /** Not running any more, and not over either. */
    Trial waiting(TrialState next, int failuresNow, @Nullable Lease recorded, String why) {
        return new Trial(
                number,
                TrialLifecycle.move(state, next),
                parameters,
                why,
                failuresNow,
                recorded,
                learned,
                checkpoint,
                startedAt,
                null,
                null);
    }

    Trial ended(SweepEvent.TrialEnded event, @Nullable Lease recorded) {
        return new Trial(
                number,
                TrialLifecycle.move(state, event.state()),
                parameters,
                event.reason() == null ? reason : event.reason(),
                failures,
                recorded,
                learned,
                checkpoint,
                startedAt,
                event.at(),
                event.failure());
    }
}
