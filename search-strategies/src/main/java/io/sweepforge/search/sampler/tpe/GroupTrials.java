package io.sweepforge.search.sampler.tpe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The trials in which one group of parameters is active. */
final class GroupTrials {
    private static final double GOOD_SHARE = 0.1;
    private static final int MAX_GOOD = 25;
    /** More would cost time and change little. */
    private static final int MAX_BAD = 2_000;

    private final TpeGroup group;
    /** By number, so that the order of telling does not matter. */
    private final List<Observation> told = new ArrayList<>();

    private final Map<Integer, double[]> points = new HashMap<>();

    GroupTrials(TpeGroup group) {
        this.group = group;
    }

    TpeGroup group() {
        return group;
    }

    void tell(List<Observation> trials) {
        for (Observation trial : active(trials)) {
            told.add(trial);
            points.put(trial.number(), group.encode(trial.configuration()));
        }
        told.sort(Comparator.comparingInt(Observation::number));
    }

    private List<Observation> active(List<Observation> trials) {
        return trials.stream()
                .filter(trial -> group.isActive(trial.configuration().values()))
                .collect(Collectors.toList());
    }

    /**
     * The best fraction and the rest.
     *
     * @param running trials that have reported but not finished
     * @param most how many trials to rank, at least those of the best fraction
     */
    TpeSplit split(List<Observation> running, int most) {
        List<Observation> all = new ArrayList<>(told);
        all.addAll(active(running));
        int enough = (int) Math.min(MAX_GOOD, Math.ceil(GOOD_SHARE * all.size()));
        List<Observation> ranked = BestTrials.of(all, enough, Math.max(enough, most));
        List<Observation> best = ranked.subList(0, Math.min(enough, ranked.size()));
        Set<Integer> numbers = best.stream().map(Observation::number).collect(Collectors.toSet());
        List<double[]> bad = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && bad.size() < MAX_BAD; i--) {
            if (!numbers.contains(all.get(i).number())) {
                bad.add(point(all.get(i)));
            }
        }
        return new TpeSplit(points(ranked), points(best), bad);
    }

    private List<double[]> points(List<Observation> trials) {
        return trials.stream().map(this::point).collect(Collectors.toList());
    }

    private double[] point(Observation trial) {
        double[] known = points.get(trial.number());
        return known == null ? group.encode(trial.configuration()) : known;
    }
}
