package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.Objective;
import io.sweepforge.search.Values;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.halving.Rung.Candidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asynchronous successive halving (Li et al., "A System for Massively Parallel Hyperparameter Tuning", MLSys 2020,
 * arXiv 1810.05934, algorithm 2). A trial that reaches a rung goes on if it is among the best 1/factor of all that
 * reached it so far, rounded up, so that the best one always goes on and somebody reaches the last epoch however few
 * trials there are. The others are stopped, or wait paused until they have become one of the best.
 *
 * <p>A trial is judged once per rung, by its first report at or after it; when reports skip rungs, only at the highest.
 * Each arrival makes room for at most one more trial: the one that arrives, or one that waits and takes its lane. A
 * loss of NaN is behind every number and never goes on.
 */
final class AshaScheduler implements Scheduler {
    private static final int NOWHERE = -1;

    /** What happens to a trial that is not among the best of its rung. */
    enum Mode {
        STOPPING,
        PROMOTION
    }

    private final Objective objective;
    private final Mode mode;
    private final List<Rung> rungs;
    private final int maxEpochs;
    private final Map<Integer, Integer> reached = new HashMap<>();
    private final Map<Integer, Decision.Stop> stopped = new HashMap<>();

    AshaScheduler(Objective objective, Mode mode, int factor, List<Integer> rungs, int maxEpochs) {
        this.objective = objective;
        this.mode = mode;
        this.rungs = rungs.stream().map(epoch -> new Rung(epoch, factor)).collect(Collectors.toUnmodifiableList());
        this.maxEpochs = maxEpochs;
    }

    @Override
    public List<Integer> rungs() {
        return rungs.stream().map(Rung::epoch).collect(Collectors.toUnmodifiableList());
    }

    @Override
    public Decision decide(Observation observation) {
        Decision.Stop earlier = stopped.get(observation.number());
        if (earlier != null) {
            return earlier;
        }
        Optional<Rung> held = holder(observation.number());
        if (held.isPresent()) {
            return new Decision.Pause(
                    "waits at rung %d to be promoted".formatted(held.get().epoch()));
        }
        int index = newRung(observation);
        return index == NOWHERE
                ? new Decision.Continue("no comparison at epoch " + observation.epoch())
                : judge(index, observation);
    }

    @Override
    public void record(Observation observation, Decision decision) {
        int number = observation.number();
        int index = newRung(observation);
        if (index != NOWHERE) {
            holder(number).ifPresent(rung -> rung.release(number));
            reached.put(number, index);
            rungs.get(index).add(number, loss(observation), waits(number, decision));
            if (decision instanceof Decision.Promote promote) {
                holder(promote.number()).ifPresent(rung -> rung.release(promote.number()));
            }
        }
        if (decision instanceof Decision.Stop stop) {
            stopped.putIfAbsent(number, stop);
        }
    }

    private static boolean waits(int number, Decision decision) {
        return decision instanceof Decision.Pause
                || (decision instanceof Decision.Promote promote && promote.number() != number);
    }

    /** The rung at which a trial waits. */
    private Optional<Rung> holder(int number) {
        return Optional.ofNullable(reached.get(number)).map(rungs::get).filter(rung -> rung.holds(number));
    }

    /** The rung at which an observation is to be judged; NOWHERE when the trial was judged there or higher before. */
    private int newRung(Observation observation) {
        if (observation.epoch() >= maxEpochs) {
            return NOWHERE;
        }
        int highest = NOWHERE;
        for (int i = 0; i < rungs.size() && rungs.get(i).epoch() <= observation.epoch(); i++) {
            highest = i;
        }
        return highest > reached.getOrDefault(observation.number(), NOWHERE) ? highest : NOWHERE;
    }

    private Decision judge(int index, Observation observation) {
        Standing standing = rungs.get(index).standing(loss(observation));
        String what = words(observation.epoch(), standing, rungs.get(index));
        if (standing.goesOn()) {
            return new Decision.Continue(what);
        }
        if (mode == Mode.STOPPING) {
            return new Decision.Stop(what);
        }
        return promotion(index, observation.number())
                .orElseGet(() ->
                        Double.isNaN(standing.loss()) ? new Decision.Stop(what) : new Decision.Pause(what + "; waits"));
    }

    /** The highest rung first, as in the paper's algorithm. */
    private Optional<Decision> promotion(int arrival, int reporter) {
        for (int i = rungs.size() - 1; i >= 0; i--) {
            Optional<Candidate> candidate = rungs.get(i).promotable(i == arrival ? 1 : 0);
            if (candidate.isPresent()) {
                return Optional.of(promote(i, candidate.get(), reporter));
            }
        }
        return Optional.empty();
    }

    private Decision promote(int index, Candidate candidate, int reporter) {
        int next = index + 1 < rungs.size() ? rungs.get(index + 1).epoch() : maxEpochs;
        String reason = "trial %d goes on in place of trial %d: its %s"
                .formatted(
                        candidate.number(),
                        reporter,
                        words(rungs.get(index).epoch(), candidate.standing(), rungs.get(index)));
        return new Decision.Promote(candidate.number(), next, reason);
    }

    private String words(int epoch, Standing standing, Rung rung) {
        String what = "%s %s at epoch %d"
                .formatted(objective.metric(), Values.brief(objective.toValue(standing.loss()), 5), epoch);
        return Double.isNaN(standing.loss())
                ? what + " is not a number"
                : "%s ranks %d of %d at rung %d, %samong the best %d"
                        .formatted(
                                what,
                                standing.rank(),
                                standing.count(),
                                rung.epoch(),
                                standing.goesOn() ? "" : "not ",
                                standing.places());
    }

    private static double loss(Observation observation) {
        return observation.losses().isEmpty()
                ? Double.NaN
                : observation.losses().get(0);
    }
}
