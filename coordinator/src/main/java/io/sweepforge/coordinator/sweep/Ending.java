package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;
import io.sweepforge.search.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a sweep is over, and how. */
final class Ending {
    private Ending() {}

    /**
     * What has to happen now because the target is reached, the time is over, nothing gets better or nothing is left to do;
     * often nothing.
     *
     * @param sampledTrials how many the scheduler wants to be proposed
     */
    static List<SweepEvent> events(Sweep sweep, int sampledTrials, Instant now) {
        if (sweep.state().isFinal()) {
            return List.of();
        }
        return targetReached(sweep)
                .or(() -> timeOver(sweep, now))
                .or(() -> noImprovement(sweep))
                .map(reason -> end(sweep, SweepState.COMPLETED, reason, now))
                .orElseGet(() -> nothingLeft(sweep, sampledTrials, now));
    }

    /** Ends whatever is open and the sweep with it, because somebody wants so. */
    static List<SweepEvent> cancel(Sweep sweep, String reason, Instant now) {
        List<SweepEvent> events = new ArrayList<>();
        Trials trials = sweep.trials();
        Stream.of(trials.pending(), trials.running(), trials.paused())
                .flatMap(numbers -> numbers.stream().map(trials::get))
                .forEach(trial -> events.add(ended(trial, TrialState.CANCELLED, reason, now)));
        events.add(new SweepEnded(SweepState.CANCELLED, reason, now));
        return events;
    }

    /** Ends whatever is open and the sweep with it. A trial that is paused was not good enough to go on so far. */
    static List<SweepEvent> end(Sweep sweep, SweepState state, String reason, Instant now) {
        List<SweepEvent> events = new ArrayList<>();
        Trials trials = sweep.trials();
        Stream.of(trials.pending(), trials.running())
                .flatMap(numbers -> numbers.stream().map(trials::get))
                .forEach(trial -> events.add(ended(trial, TrialState.CANCELLED, reason, now)));
        trials.paused().stream()
                .map(trials::get)
                .forEach(trial -> events.add(ended(trial, TrialState.PRUNED, neverPromoted(trial, reason), now)));
        events.add(new SweepEnded(state, reason, now));
        return events;
    }

    private static TrialEnded ended(Trial trial, TrialState state, String reason, Instant now) {
        return new TrialEnded(trial.number(), trial.runningAttempt(), 0, state, null, reason, now);
    }

    private static String neverPromoted(Trial trial, String reason) {
        return "Paused at epoch %d and not promoted until the sweep ended. %s"
                .formatted(trial.learned().epoch(), reason);
    }

    private static Optional<String> targetReached(Sweep sweep) {
        Double target = sweep.spec().budget().target();
        Objective objective = sweep.objectives().get(0);
        return target == null
                ? Optional.empty()
                : sweep.trials().ranking().stream()
                        .findFirst()
                        .filter(best -> best.loss() <= objective.toLoss(target))
                        .map(best -> "Trial %d reached the target: %s is %s."
                                .formatted(best.number(), objective.metric(), objective.toValue(best.loss())));
    }

    private static Optional<String> timeOver(Sweep sweep, Instant now) {
        Duration limit = sweep.spec().budget().maxDuration();
        Instant started = sweep.startedAt();
        return limit == null || started == null || now.isBefore(started.plus(limit))
                ? Optional.empty()
                : Optional.of("The time is over: %s since the first trial began.".formatted(limit));
    }

    private static Optional<String> noImprovement(Sweep sweep) {
        Integer limit = sweep.spec().budget().maxTrialsWithoutImprovement();
        Improvement improvement = sweep.improvement();
        if (limit == null || improvement.since() < limit) {
            return Optional.empty();
        }
        String last = "The last %d trials ".formatted(improvement.since());
        return Optional.of(
                improvement.front().isEmpty()
                        ? last + "had no result."
                        : sweep.objectives().size() == 1
                                ? last + "did not improve on "
                                        + best(sweep, improvement.front().get(0))
                                : last
                                        + "added nothing to the Pareto front, which has %d."
                                                .formatted(improvement.front().size()));
    }

    private static String best(Sweep sweep, Improvement.Point best) {
        Objective objective = sweep.objectives().get(0);
        return "trial %d: %s %s."
                .formatted(
                        best.number(),
                        objective.metric(),
                        objective.toValue(best.losses().get(0)));
    }

    private static List<SweepEvent> nothingLeft(Sweep sweep, int sampledTrials, Instant now) {
        Trials trials = sweep.trials();
        if (!sweep.isPlanned(sampledTrials)
                || !trials.pending().isEmpty()
                || !trials.running().isEmpty()) {
            return List.of();
        }
        boolean allFailed = trials.size() > 0 && trials.count(TrialState.FAILED) == trials.size();
        return allFailed
                ? end(sweep, SweepState.FAILED, allFailed(sweep), now)
                : end(sweep, SweepState.COMPLETED, allDone(sweep), now);
    }

    private static String allDone(Sweep sweep) {
        int all = sweep.trials().size();
        if (sweep.exhausted()) {
            return "Every point of the search space was tried: %d trials.".formatted(all);
        }
        return all < sweep.spec().budget().maxTrials()
                ? "The whole population is done: %d trials, %d of them copies."
                        .formatted(all, sweep.trials().copies())
                : "All %d trials of the budget are done.".formatted(all);
    }

    private static String allFailed(Sweep sweep) {
        Trial last = sweep.trials().get(sweep.trials().size() - 1);
        return "None of the %d trials succeeded. The last one: %s"
                .formatted(
                        sweep.trials().size(),
                        last.failure() == null ? last.reason() : last.failure().message());
    }
}
