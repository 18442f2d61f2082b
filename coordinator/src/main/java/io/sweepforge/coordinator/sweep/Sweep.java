package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.search.Objective;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as its events made it. Immutable.
 *
 * @param judgements what the scheduler was shown
 * @param earlier trials of other sweeps that the sampler learns from; null while they are still to be collected
 * @param exhausted the sampler knows nothing more to try
 * @param reason why it is paused or over; null while it runs
 */
record Sweep(
        String id,
        SweepSpec spec,
        SweepState state,
        Trials trials,
        Judgements judgements,
        Improvement improvement,
        @Nullable List<EarlierTrial> earlier,
        boolean exhausted,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String reason) {

    List<Objective> objectives() {
        return Objectives.of(spec);
    }

    boolean isRunning() {
        return state == SweepState.RUNNING;
    }

    /**
     * Whether no more trials are to be proposed.
     *
     * @param sampledTrials how many the scheduler wants the sampler to propose; copies come on top
     */
    boolean isPlanned(int sampledTrials) {
        return exhausted
                || trials.size() >= spec.budget().maxTrials()
                || trials.size() - trials.copies() >= sampledTrials;
    }

    /** How many trials may begin now. */
    int startable() {
        if (!isRunning()) {
            return 0;
        }
        Integer limit = spec.budget().maxParallelTrials();
        int room = limit == null ? Integer.MAX_VALUE : limit - trials.running().size();
        return Math.max(0, Math.min(room, trials.pending().size()));
    }

    Sweep with(Trial trial) {
        return with(trials.with(trial));
    }

    Sweep with(Trials now) {
        return new Sweep(
                id,
                spec,
                state,
                now,
                judgements,
                improvement,
                earlier,
                exhausted,
                createdAt,
                startedAt,
                finishedAt,
                reason);
    }

    Sweep judged(Judged judgement) {
        return new Sweep(
                id,
                spec,
                state,
                trials,
                judgements.plus(judgement),
                improvement,
                earlier,
                exhausted,
                createdAt,
                startedAt,
                finishedAt,
                reason);
    }

    Sweep with(Improvement now) {
        return new Sweep(
                id, spec, state, trials, judgements, now, earlier, exhausted, createdAt, startedAt, finishedAt, reason);
    }

    Sweep warmStarted(List<EarlierTrial> trialsOfOthers) {
        return new Sweep(
                id,
                spec,
                state,
                trials,
                judgements,
                improvement,
                trialsOfOthers,
                exhausted,
                createdAt,
                startedAt,
                finishedAt,
                reason);
    }

    Sweep exhaustedNow() {
        return new Sweep(
                id,
                spec,
                state,
                trials,
                judgements,
                improvement,
                earlier,
                true,
                createdAt,
                startedAt,
                finishedAt,
                reason);
    }

    /** A wider space may hold something new. */
    Sweep with(SweepSpec changed) {
        return new Sweep(
                id,
                changed,
                state,
                trials,
                judgements,
                improvement,
                earlier,
                false,
                createdAt,
                startedAt,
                finishedAt,
                reason);
    }

    Sweep startedBy(Instant at) {
        return startedAt != null
                ? this
                : new Sweep(
                        id,
                        spec,
                        state,
                        trials,
                        judgements,
                        improvement,
                        earlier,
                        exhausted,
                        createdAt,
                        at,
                        finishedAt,
                        reason);
    }

    Sweep moved(SweepState next, @Nullable String why, @Nullable Instant finished) {
        return new Sweep(
                id,
                spec,
                SweepLifecycle.move(state, next),
                trials,
                judgements,
                improvement,
                earlier,
                exhausted,
                createdAt,
                startedAt,
                finished,
                why);
    }
}
