package io.sweepforge.search.analysis;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.support.Coordinates;
import io.sweepforge.search.sampler.support.TrialRanking;
import io.sweepforge.search.space.SearchSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trials that say something about their configurations, from best to worst in one objective.
 *
 * @param points one per trial, see {@link Coordinates}; NaN where a parameter was not active
 * @param trials in the same order, each with the one loss
 */
record Evidence(Coordinates coordinates, List<double[]> points, List<FinishedTrial> trials) {
    static Evidence of(SearchSpace space, List<FinishedTrial> told, int objective) {
        List<FinishedTrial> ranked = told.stream()
                .map(trial -> about(trial, objective))
                .sorted(TrialRanking.BEST_FIRST)
                .collect(Collectors.toList());
        Coordinates coordinates = new Coordinates(space);
        List<double[]> points = ranked.stream()
                .map(trial -> coordinates.point(trial.configuration()))
                .collect(Collectors.toList());
        return new Evidence(coordinates, points, ranked);
    }

    private static FinishedTrial about(FinishedTrial trial, int objective) {
        List<Double> loss =
                trial.losses().isEmpty() ? List.of() : trial.losses().subList(objective, objective + 1);
        return new FinishedTrial(trial.number(), trial.configuration(), trial.outcome(), loss, trial.epoch());
    }

    int size() {
        return points.size();
    }

    int parameters() {
        return coordinates.size();
    }

    String name(int d) {
        return coordinates.parameter(d).name();
    }

    /** Whether no trial is better than another. */
    boolean isFlat() {
        return size() == 0 || TrialRanking.QUALITY.compare(trials.get(0), trials.get(size() - 1)) == 0;
    }

    /** How many trials are as good as the one at a position, or better. */
    int countUpTo(int position) {
        int count = position + 1;
        while (count < size() && TrialRanking.QUALITY.compare(trials.get(position), trials.get(count)) == 0) {
            count++;
        }
        return count;
    }

    private Evidence at(int[] positions) {
        List<double[]> chosenPoints = new ArrayList<>(positions.length);
        List<FinishedTrial> chosenTrials = new ArrayList<>(positions.length);
        for (int position : positions) {
            chosenPoints.add(points.get(position));
            chosenTrials.add(trials.get(position));
        }
        return new Evidence(coordinates, chosenPoints, chosenTrials);
    }

    /** Parameters by the trials in which they were active. */
    List<Group> groups() {
        Map<BitSet, List<Integer>> members = new LinkedHashMap<>();
        for (int d = 0; d < parameters(); d++) {
            members.computeIfAbsent(activity(d), trials -> new ArrayList<>()).add(d);
        }
        return members.entrySet().stream()
                .map(entry -> new Group(at(entry.getKey().stream().toArray()), entry.getValue()))
                .collect(Collectors.toList());
    }

    private BitSet activity(int d) {
        BitSet active = new BitSet(size());
        for (int i = 0; i < size(); i++) {
            active.set(i, !Double.isNaN(points.get(i)[d]));
        }
        return active;
    }

    /**
     * Parameters that were active in the same trials.
     *
     * @param evidence those trials
     */
    record Group(Evidence evidence, List<Integer> members) {
        String names() {
            return members.stream().map(evidence::name).collect(Collectors.joining(" and "));
        }

        /** The parameters that were active in all of these trials, members and others. */
        int[] always() {
            return IntStream.range(0, evidence.parameters())
                    .filter(d -> evidence.points().stream().noneMatch(point -> Double.isNaN(point[d])))
                    .toArray();
        }
    }
}
