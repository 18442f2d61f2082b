package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.Objective;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.ranking.Losses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asynchronous successive halving (Li et al., "A System for Massively Parallel Hyperparameter Tuning", MLSys 2020,
 * arXiv 1810.05934, algorithm 2). A trial that reaches a rung goes on if it is among the best 1/factor of all that
 * reached it so far. The others are stopped, or wait paused until they have become one of the best.
 *
 * <p>The paper rounds down. Here the number of places is rounded up: the best one so far always goes on, so that
 * somebody reaches the last epoch however few trials there are, and a late comer is not stopped because the fourth and
 * the fifth trial share one place. Replayed on 157 recorded curves of convolutions on digits, stopping from 60 trials so
 * lost 0.0017 of cross-entropy against training all of them, where letting the first {@code factor - 1} go on whatever
 * they are lost 0.0030; promotion lost 0.0005 instead of 0.0029. To judge by the best loss so far, or by a moving
 * average, made no difference beyond noise, so the loss at the rung decides.
 *
 * <p>With promotion no more trials go on than have places, except for the best one so far. In the paper whoever is among
 * the best goes on, which is the same when configurations are drawn independently; but a sampler that learns proposes
 * ever better ones, of which most would be among the best of all that came before, and hardly any would be saved an
 * epoch. They wait instead, and go on when others have come. A trial that was stopped cannot, so with stopping being
 * among the best is enough.
 *
 * <p>A trial is judged once per rung, by its first report at or after it; when reports skip rungs, only at the highest.
 * Each arrival makes room for at most one more trial: the one that arrives, or one that waits and takes its lane. Room
 * that an arrival could not give away is given away at a later one. What is not a number never goes on.
 */
final class AshaScheduler implements Scheduler {
    private static final int NOWHERE = -1;

    /** What happens to a trial that is not among the best of its rung. */
    enum Mode {
        STOPPING,
        PROMOTION
    }

    /** @param where what to add to "rung 3" in reasons, such as " of bracket 1" */
    record Rule(Mode mode, int factor, int maxEpochs, String where) {}

    private final List<Objective> objectives;
    private final Rule rule;
    private final List<Integer> epochs;
    private final List<Rung> rungs;
    private final Map<Integer, Integer> reached = new HashMap<>();
    private final Map<Integer, Decision.Stop> stopped = new HashMap<>();

    /** @param epochs of the rungs, ascending, less than the last epoch */
    AshaScheduler(List<Objective> objectives, Rule rule, List<Integer> epochs) {
        this.objectives = objectives;
        this.rule = rule;
        this.epochs = List.copyOf(epochs);
        this.rungs = epochs.stream()
                .map(epoch -> new Rung(epoch, rule.factor(), rule.mode() == Mode.PROMOTION, objectives.size()))
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<Integer> rungs() {
        return epochs;
    }

    @Override
    public Decision decide(Observation observation) {
        Decision.Stop earlier = stopped.get(observation.number());
        if (earlier != null) {
            return earlier;
        }
        Optional<Rung> held = holder(observation.number());
        if (held.isPresent()) {
            return new Decision.Pause("waits at %s to be promoted".formatted(name(held.get())));
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
            release(number);
            reached.put(number, index);
            rungs.get(index).add(number, losses(observation), fate(number, decision));
            if (decision instanceof Decision.Promote promote) {
                release(promote.number());
            }
        }
        if (decision instanceof Decision.Stop stop) {
            stopped.putIfAbsent(number, stop);
        }
    }

    private static Fate fate(int number, Decision decision) {
        if (decision instanceof Decision.Stop) {
            return Fate.ENDS;
        }
        boolean waits = decision instanceof Decision.Pause
                || (decision instanceof Decision.Promote promote && promote.number() != number);
        return waits ? Fate.WAITS : Fate.GOES_ON;
    }

    private void release(int number) {
        holder(number).ifPresent(rung -> rung.release(number));
    }

    /** The rung at which a trial waits. */
    private Optional<Rung> holder(int number) {
        return Optional.ofNullable(reached.get(number)).map(rungs::get).filter(rung -> rung.holds(number));
    }

    /** The rung at which an observation is to be judged; NOWHERE when the trial was judged there or higher before. */
    private int newRung(Observation observation) {
        if (observation.epoch() >= rule.maxEpochs()) {
            return NOWHERE;
        }
        int highest = NOWHERE;
        for (int i = 0; i < rungs.size() && rungs.get(i).epoch() <= observation.epoch(); i++) {
            highest = i;
        }
        return highest > reached.getOrDefault(observation.number(), NOWHERE) ? highest : NOWHERE;
    }

    private Decision judge(int index, Observation observation) {
        Standing standing = rungs.get(index).standing(observation.number(), losses(observation));
        String what = words(observation.epoch(), standing, index);
        if (standing.goesOn()) {
            return new Decision.Continue(what);
        }
        if (rule.mode() == Mode.STOPPING) {
            return new Decision.Stop(what);
        }
        return promotion(index, observation.number())
                .orElseGet(() -> Losses.areNumbers(standing.losses())
                        ? new Decision.Pause(what + "; waits")
                        : new Decision.Stop(what));
    }

    /** The highest rung first, as in the paper. */
    private Optional<Decision> promotion(int arrival, int reporter) {
        for (int i = rungs.size() - 1; i >= 0; i--) {
            Optional<Standing> best = rungs.get(i).promotable(i == arrival ? 1 : 0);
            if (best.isPresent()) {
                return Optional.of(promote(i, best.get(), reporter));
            }
        }
        return Optional.empty();
    }

    private Decision promote(int index, Standing best, int reporter) {
        int next = index + 1 < rungs.size() ? epochs.get(index + 1) : rule.maxEpochs();
        String reason = "trial %d goes on in place of trial %d: its %s"
                .formatted(best.number(), reporter, words(epochs.get(index), best, index));
        return new Decision.Promote(best.number(), next, reason);
    }

    private String words(int epoch, Standing standing, int index) {
        String what = "%s at epoch %d".formatted(Losses.words(objectives, standing.losses()), epoch);
        return Losses.areNumbers(standing.losses())
                ? "%s ranks %d of %d at %s, %samong the best %d"
                                .formatted(
                                        what,
                                        standing.rank(),
                                        standing.count(),
                                        name(rungs.get(index)),
                                        standing.isAmongTheBest() ? "" : "not ",
                                        standing.places())
                        + (standing.isAmongTheBest() && !standing.room() ? ", who are all on their way" : "")
                : what + " is not a number";
    }

    private String name(Rung rung) {
        return "rung " + rung.epoch() + rule.where();
    }

    private double[] losses(Observation observation) {
        return Losses.of(observation, objectives.size());
    }
}
