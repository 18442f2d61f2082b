package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.Objective;
import io.sweepforge.search.Values;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asynchronous successive halving, stopping variant (Li et al., "A System for Massively Parallel Hyperparameter Tuning",
 * MLSys 2020, arXiv 1810.05934; the stopping rule as in its section on stopping instead of promoting). A trial that
 * reaches a rung goes on if it is among the best 1/factor of all that reached it so far; the first {@code factor - 1}
 * always go on. A loss of NaN is behind every number and never goes on.
 *
 * <p>A trial is judged once per rung, by its first report at or after it; when reports skip rungs, only at the highest.
 */
final class AshaScheduler implements Scheduler {
    private static final int NOWHERE = -1;

    private final Objective objective;
    private final int factor;
    private final List<Rung> rungs;
    private final int maxEpochs;
    private final Map<Integer, Integer> reached = new HashMap<>();
    private final Map<Integer, Decision.Stop> stopped = new HashMap<>();

    AshaScheduler(Objective objective, int factor, List<Integer> rungs, int maxEpochs) {
        this.objective = objective;
        this.factor = factor;
        this.rungs = rungs.stream().map(Rung::new).collect(Collectors.toUnmodifiableList());
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
        int index = newRung(observation);
        return index == NOWHERE
                ? new Decision.Continue("no comparison at epoch " + observation.epoch())
                : compare(rungs.get(index), observation);
    }

    @Override
    public void record(Observation observation, Decision decision) {
        int index = newRung(observation);
        if (index != NOWHERE) {
            reached.put(observation.number(), index);
            rungs.get(index).add(loss(observation));
        }
        if (decision instanceof Decision.Stop stop) {
            stopped.putIfAbsent(observation.number(), stop);
        }
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

    private Decision compare(Rung rung, Observation observation) {
        double loss = loss(observation);
        int count = rung.size() + 1;
        int rank = rung.better(loss) + 1;
        int places = count / factor;
        String what = "%s %s at epoch %d"
                .formatted(objective.metric(), Values.brief(objective.toValue(loss), 5), observation.epoch());
        if (Double.isNaN(loss)) {
            return new Decision.Stop(what + " is not a number");
        }
        if (places == 0) {
            return new Decision.Continue("%s: trial %d of the first %d at rung %d, which all go on"
                    .formatted(what, count, factor - 1, rung.epoch()));
        }
        String standing = "%s ranks %d of %d at rung %d".formatted(what, rank, count, rung.epoch());
        return rank <= places
                ? new Decision.Continue(standing + ", among the best " + places)
                : new Decision.Stop(standing + ", not among the best " + places);
    }

    private static double loss(Observation observation) {
        return observation.losses().isEmpty()
                ? Double.NaN
                : observation.losses().get(0);
    }
}
