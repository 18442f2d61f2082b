package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialPromoted;
import io.sweepforge.protocol.TrialUpdate.Reported;
import io.sweepforge.search.Objective;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the scheduler thinks of a report, and what follows from it. */
final class Judging {
    private Judging() {}

    /**
     * The scheduler sees the first report at or after each of its rungs, once, unless the trial is on its way out.
     *
     * @param trial a running one
     * @param scheduler takes note of it
     */
    static Optional<Judgement> judge(Sweep sweep, Scheduler scheduler, Trial trial, Reported report) {
        int before = judgedUpTo(sweep, trial);
        boolean leaves = trial.isPromotable();
        if (leaves || scheduler.rungs().stream().noneMatch(rung -> before < rung && rung <= report.epoch())) {
            return Optional.empty();
        }
        List<Objective> objectives = sweep.objectives();
        List<Double> losses = Objectives.losses(Objectives.values(report.metrics(), objectives), objectives);
        Observation observation = new Observation(trial.number(), report.epoch(), losses);
        Judgement judgement = Judgement.of(feasible(sweep, scheduler.decide(observation)));
        new Judged(observation, judgement).recordIn(scheduler);
        return Optional.of(judgement);
    }

    /** A trial that nothing can take the place of goes on, and that is what the scheduler has to know. */
    private static Decision feasible(Sweep sweep, Decision decision) {
        return decision instanceof Decision.Exploit exploit
                ? Copying.obstacle(sweep, exploit.donor())
                        .<Decision>map(why -> new Decision.Continue(exploit.reason() + "; but not now: " + why))
                        .orElse(decision)
                : decision;
    }

    /** A copy was judged as its parent before. */
    private static int judgedUpTo(Sweep sweep, Trial trial) {
        Origin origin = trial.origin();
        int begun = origin == null ? 0 : origin.checkpoint().epoch();
        return Math.max(begun, sweep.judgements().lastEpoch(trial.number()));
    }

    /**
     * What happens besides the report itself.
     *
     * @param sweep as the report left it
     * @param sequence of the report
     */
    static List<SweepEvent> consequences(Sweep sweep, Trial trial, long sequence, Judgement judgement, Instant now) {
        return switch (judgement.kind()) {
            case CONTINUE, PAUSE -> List.of();
            case EXPLOIT ->
                List.of(
                        pruned(trial, sequence, judgement, now),
                        Copying.copy(sweep, judgement.number(), trial.number(), now));
            case STOP -> List.of(pruned(trial, sequence, judgement, now));
            case PROMOTE -> promoted(sweep, judgement, now).stream().toList();
        };
    }

    private static SweepEvent pruned(Trial trial, long sequence, Judgement judgement, Instant now) {
        return new TrialEnded(
                trial.number(), trial.attempts(), sequence, TrialState.PRUNED, null, judgement.reason(), now);
    }

    /** Nothing when somebody stopped the trial meanwhile, or when it is the one that reported. */
    private static Optional<SweepEvent> promoted(Sweep sweep, Judgement judgement, Instant now) {
        return sweep.trials()
                .find(judgement.number())
                .filter(Trial::isPromotable)
                .map(trial -> new TrialPromoted(trial.number(), judgement.untilEpoch(), judgement.reason(), now));
    }
}
