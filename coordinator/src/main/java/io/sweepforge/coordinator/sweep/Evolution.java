package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.sweep.SweepEvent.LeaseEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.OfAttempt;
import io.sweepforge.coordinator.sweep.SweepEvent.SpaceExhausted;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepChanged;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepCreated;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepPaused;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepResumed;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialCheckpointed;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialLeased;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialPaused;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialPromoted;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialReported;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialSuggested;
import io.sweepforge.coordinator.sweep.SweepEvent.WarmStarted;
import io.sweepforge.search.scheduler.Observation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How events change a sweep. Decides nothing: what an event says has happened. */
final class Evolution {
    private Evolution() {}

    static Optional<Sweep> apply(Optional<Sweep> sweep, SweepEvent event) {
        if (event instanceof SweepCreated created) {
            return Optional.of(create(created));
        }
        return Optional.of(apply(
                sweep.orElseThrow(() -> new IllegalStateException("Before the sweep was created: " + event)), event));
    }

    static Sweep apply(Sweep sweep, List<SweepEvent> events) {
        Sweep now = sweep;
        for (SweepEvent event : events) {
            now = apply(now, event);
        }
        return now;
    }

    static Sweep apply(Sweep sweep, SweepEvent event) {
        return event instanceof SweepEvent.OfTrial ofTrial ? applyToTrial(sweep, ofTrial) : applyToSweep(sweep, event);
    }

    private static Sweep create(SweepCreated event) {
        return new Sweep(
                event.id(),
                event.spec(),
                SweepState.RUNNING,
                Trials.none(Objectives.of(event.spec()).get(0)),
                Judgements.NONE,
                Improvement.NONE,
                event.spec().warmStart() == null ? List.of() : null,
                false,
                event.at(),
                null,
                null,
                null);
    }

    private static Sweep applyToSweep(Sweep sweep, SweepEvent event) {
        if (event instanceof WarmStarted warm) {
            return sweep.warmStarted(warm.trials());
        }
        if (event instanceof SweepPaused paused) {
            return sweep.moved(SweepState.PAUSED, paused.reason(), null);
        }
        if (event instanceof SweepResumed) {
            return sweep.moved(SweepState.RUNNING, null, null);
        }
        if (event instanceof SweepChanged changed) {
            return sweep.with(changed.spec());
        }
        if (event instanceof SpaceExhausted) {
            return sweep.exhaustedNow();
        }
        if (event instanceof SweepEnded ended) {
            return sweep.moved(ended.state(), ended.stopReason(), ended.at());
        }
        throw new IllegalStateException("Not to be applied here: " + event);
    }

    private static Sweep applyToTrial(Sweep sweep, SweepEvent.OfTrial event) {
        if (event instanceof TrialSuggested suggested) {
            return sweep.with(sweep.trials().plus(Trial.suggested(suggested)));
        }
        Trial trial = sweep.trials().get(event.number());
        if (event instanceof TrialLeased leased) {
            Lease lease = new Lease(leased.attempt(), leased.node(), leased.device());
            return sweep.with(trial.leased(lease, leased.at())).startedBy(leased.at());
        }
        if (event instanceof TrialPromoted promoted) {
            return sweep.with(trial.promoted(promoted.reason()));
        }
        if (event instanceof TrialReported reported) {
            return improved(report(sweep, trial, reported), event.number());
        }
        Sweep now = sweep.with(applyToAttempt(trial, (OfAttempt) event));
        return event instanceof TrialEnded ended ? ended(now, ended) : now;
    }

    private static Sweep improved(Sweep sweep, int number) {
        Learned.Measured best = sweep.trials().get(number).learned().best();
        return best == null
                ? sweep
                : sweep.with(sweep.improvement().seen(number, Objectives.losses(best.values(), sweep.objectives())));
    }

    private static Sweep ended(Sweep sweep, TrialEnded event) {
        Improvement before = sweep.improvement();
        Improvement valid = event.failure() == null ? before : before.withdrawn(event.number());
        return sweep.with(event.state() == TrialState.CANCELLED ? valid : valid.ended(event.number()));
    }

    private static Sweep report(Sweep sweep, Trial trial, TrialReported event) {
        Learned learned = trial.learned().with(event.epoch(), event.metrics(), sweep.objectives());
        Lease lease = recorded(trial, event);
        Judgement judgement = event.judgement();
        if (judgement == null) {
            return sweep.with(trial.learned(lease, learned, trial.reason()));
        }
        List<Double> losses = Objectives.losses(learned.last(), sweep.objectives());
        Observation observation = new Observation(event.number(), event.epoch(), losses);
        Trial judged = judgement.takesTheLaneOf(event.number())
                ? trial.learned(lease.askedToPause(), learned, judgement.whyPaused())
                : trial.learned(lease, learned, trial.reason());
        return sweep.with(judged).judged(new Judged(observation, judgement));
    }

    private static Trial applyToAttempt(Trial trial, OfAttempt event) {
        if (event instanceof TrialEnded ended) {
            return trial.ended(ended, trial.lease() == null ? null : recorded(trial, event));
        }
        Lease recorded = recorded(trial, event);
        if (event instanceof TrialCheckpointed checkpointed) {
            return trial.checkpointed(recorded, checkpointed.checkpoint());
        }
        if (event instanceof TrialPaused) {
            TrialState next = recorded.promoted() ? TrialState.PENDING : TrialState.PAUSED;
            return trial.waiting(next, recorded, trial.reason());
        }
        if (event instanceof LeaseEnded ended) {
            Trial waiting = trial.failed(ended.counted(), Failing.isVanishedNode(ended))
                    .waiting(TrialState.PENDING, recorded, trial.reason());
            return ended.fromScratch() ? waiting.checkpointed(recorded, null) : waiting;
        }
        throw new IllegalStateException("Not to be applied here: " + event);
    }

    private static Lease recorded(Trial trial, OfAttempt event) {
        return Objects.requireNonNull(trial.lease(), "a lease").recorded(event.sequence());
    }
}
