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
 * @param origin what it is a copy of; null for most
 * @param reason why it was chosen, later why it was paused, promoted or stopped
 * @param suggestionReason why it was chosen; null when a snapshot was written that knew the last reason only
 * @param failures attempts that count against the user's limit
 * @param lostNodes nodes that vanished with it, one after another, since its last checkpoint
 * @param lease the present one while it runs, else the last one; null before the first
 * @param checkpoint where the next attempt begins; null for from scratch
 * @param earlierCheckpoint the one before, for copies of a trial whose last epoch leaves nothing to go on with; null when
 *     there is none
 * @param failure why it has no result
 */
public record Trial(
        int number,
        TrialState state,
        Map<String, Object> parameters,
        @Nullable Origin origin,
        String reason,
        @Nullable String suggestionReason,
        int failures,
        int lostNodes,
        @Nullable Lease lease,
        Learned learned,
        @Nullable CheckpointReference checkpoint,
        @Nullable CheckpointReference earlierCheckpoint,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Failure failure) {
    static Trial suggested(SweepEvent.TrialSuggested event) {
        Origin origin = event.origin();
        CheckpointReference checkpoint = origin == null ? null : origin.checkpoint();
        return new Trial(
                event.number(),
                TrialState.PENDING,
                event.parameters(),
                origin,
                event.reason(),
                event.reason(),
                0,
                0,
                null,
                Learned.NOTHING.backAt(epoch(checkpoint)),
                checkpoint,
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

    /** Whether it has given its lane away, or is about to, and waits to be promoted. */
    boolean isPromotable() {
        return state == TrialState.PAUSED || (isRunning() && lease != null && lease.endsPaused());
    }

    /** Whether the next attempt begins where its parent was and not where it came itself. */
    boolean beginsAsCopy() {
        return origin != null && origin.checkpoint().equals(checkpoint);
    }

    /** The last checkpoint with epochs left to train after it; null when there is none. */
    @Nullable
    CheckpointReference checkpointBefore(int lastEpoch) {
        return epoch(checkpoint) < lastEpoch ? checkpoint : earlierCheckpoint;
    }

    /** Whether the value of its best epoch may be shown off: not when it diverged or failed. */
    boolean hasResult() {
        return learned.best() != null && failure == null;
    }

    /** Why the sampler, or a person, chose it. */
    String whyChosen() {
        return suggestionReason == null ? reason : suggestionReason;
    }

    /** Why it was paused, promoted or ended; null while nobody has decided about it. */
    @Nullable
    String whyDecided() {
        return reason.equals(whyChosen()) ? null : reason;
    }

    Trial leased(Lease next, Instant at) {
        return new Trial(
                number,
                TrialLifecycle.move(state, TrialState.RUNNING),
                parameters,
                origin,
                reason,
                suggestionReason,
                failures,
                lostNodes,
                next,
                learned.backAt(epoch(checkpoint)),
                checkpoint,
                earlierCheckpoint,
                startedAt == null ? at : startedAt,
                null,
                null);
    }

    Trial learned(Lease recorded, Learned now, String why) {
        return changed(state, why, failures, lostNodes, recorded, now, checkpoint);
    }

    Trial checkpointed(Lease recorded, @Nullable CheckpointReference saved) {
        boolean further = epoch(saved) > epoch(checkpoint);
        return changed(state, reason, failures, further ? 0 : lostNodes, recorded, learned, saved);
    }

    /** To go on, at once or when it has given its lane away. */
    Trial promoted(String why) {
        return isRunning() && lease != null
                ? changed(state, why, failures, lostNodes, lease.promotedMeanwhile(), learned, checkpoint)
                : waiting(TrialState.PENDING, lease, why);
    }

    /** Not running any more, and not over either. */
    Trial waiting(TrialState next, @Nullable Lease recorded, String why) {
        return changed(TrialLifecycle.move(state, next), why, failures, lostNodes, recorded, learned, checkpoint);
    }

    /** One more attempt that did not end well. */
    Trial failed(boolean counted, boolean nodeVanished) {
        return changed(
                state,
                reason,
                failures + (counted ? 1 : 0),
                lostNodes + (nodeVanished ? 1 : 0),
                lease,
                learned,
                checkpoint);
    }

    Trial ended(SweepEvent.TrialEnded event, @Nullable Lease recorded) {
        return new Trial(
                number,
                TrialLifecycle.move(state, event.state()),
                parameters,
                origin,
                event.reason() == null ? reason : event.reason(),
                suggestionReason,
                failures,
                lostNodes,
                recorded,
                learned,
                checkpoint,
                earlierCheckpoint,
                startedAt,
                event.at(),
                event.failure());
    }

    private Trial changed(
            TrialState next,
            String why,
            int failed,
            int lost,
            @Nullable Lease recorded,
            Learned now,
            @Nullable CheckpointReference saved) {
        return new Trial(
                number,
                next,
                parameters,
                origin,
                why,
                suggestionReason,
                failed,
                lost,
                recorded,
                now,
                saved,
                epoch(saved) > epoch(checkpoint) ? checkpoint : earlierCheckpoint,
                startedAt,
                null,
                null);
    }

    private static int epoch(@Nullable CheckpointReference checkpoint) {
        return checkpoint == null ? 0 : checkpoint.epoch();
    }
}
