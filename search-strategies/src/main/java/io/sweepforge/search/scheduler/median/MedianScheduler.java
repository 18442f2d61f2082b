package io.sweepforge.search.scheduler.median;

import io.sweepforge.search.Objective;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.ranking.Losses;
import io.sweepforge.search.scheduler.ranking.Standings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The median rule (Golovin et al., "Google Vizier: A Service for Black-Box Optimization", KDD 2017, section 3.2.2): a
 * trial stops when its best loss so far is worse than the median of the running averages that the other trials had at
 * the same epoch. With several objectives the best of each objective is ranked among the running averages, and the worse
 * half stops. Only what is not a number stops before enough trials are there to compare with.
 *
 * <p>Averages run over the epochs at which trials are compared. A report that is not later than one seen before changes
 * nothing; one that skips comparisons counts for the latest of them.
 */
final class MedianScheduler implements Scheduler {
    private final List<Objective> objectives;
    private final int startupTrials;
    private final List<Integer> epochs;
    private final int maxEpochs;
    private final List<Standings> averages = new ArrayList<>();
    private final Map<Integer, Course> courses = new HashMap<>();
    private final Map<Integer, Decision.Stop> stopped = new HashMap<>();

    /** @param epochs of comparison, ascending, less than the last epoch */
    MedianScheduler(List<Objective> objectives, int startupTrials, List<Integer> epochs, int maxEpochs) {
        this.objectives = objectives;
        this.startupTrials = startupTrials;
        this.epochs = epochs;
        this.maxEpochs = maxEpochs;
        epochs.forEach(epoch -> averages.add(Standings.of(objectives.size())));
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
        int rung = rung(observation);
        return rung > course(observation).last()
                ? compare(observation, rung)
                : new Decision.Continue("no comparison at epoch " + observation.epoch());
    }

    @Override
    public void record(Observation observation, Decision decision) {
        int rung = rung(observation);
        if (rung > course(observation).last()) {
            Course course = course(observation).with(rung, losses(observation));
            courses.put(observation.number(), course);
            averages.get(rung).add(observation.number(), course.average(), false);
        }
        if (decision instanceof Decision.Stop stop) {
            stopped.putIfAbsent(observation.number(), stop);
        }
    }

    /** The latest comparison at or before an observation; -1 when there is none, or nothing left to save. */
    private int rung(Observation observation) {
        if (observation.epoch() >= maxEpochs) {
            return -1;
        }
        int at = Collections.binarySearch(epochs, observation.epoch());
        return at >= 0 ? at : -at - 2;
    }

    private Course course(Observation observation) {
        return courses.getOrDefault(observation.number(), Course.unknown(objectives.size()));
    }

    private Decision compare(Observation observation, int rung) {
        double[] losses = losses(observation);
        if (!Losses.areNumbers(losses)) {
            return new Decision.Stop(
                    "%s at epoch %d is not a number".formatted(Losses.words(objectives, losses), observation.epoch()));
        }
        Standings others = averages.get(rung);
        double[] best = course(observation).with(rung, losses).best();
        if (others.size() < startupTrials) {
            return new Decision.Continue("%d of the %d trials that are needed for a comparison reached epoch %d"
                    .formatted(others.size(), startupTrials, epochs.get(rung)));
        }
        int ahead = others.ahead(best);
        String what = "best so far %s at epoch %d: %d of %d other trials averaged better until epoch %d"
                .formatted(Losses.words(objectives, best), observation.epoch(), ahead, others.size(), epochs.get(rung));
        return 2 * ahead > others.size()
                ? new Decision.Stop(what + ", more than half")
                : new Decision.Continue(what + ", not more than half");
    }

    private double[] losses(Observation observation) {
        return Losses.of(observation, objectives.size());
    }
}
