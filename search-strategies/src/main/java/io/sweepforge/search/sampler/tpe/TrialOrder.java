package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.pareto.Pareto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The best of trials by their losses at one epoch. Several objectives by fronts, and within a front the less crowded first
 * (Deb et al., 2002), in the manner of Ozaki et al., GECCO 2020. Equal ones by number.
 */
final class TrialOrder {
    private TrialOrder() {}

    /** A trial and how good it is, less is better. */
    private record Rated(double loss, Observation trial) {
        static final Comparator<Rated> BEST_FIRST = Comparator.comparingDouble(Rated::loss)
                .thenComparingInt(rated -> rated.trial().number());
    }

    /** The given number of them, the best first. */
    static List<Observation> best(List<Observation> trials, int epoch, int count) {
        return trials.get(0).losses().size() == 1
                ? bestByLoss(trials, epoch, count)
                : bestByFronts(trials, epoch, count);
    }

    private static List<Observation> bestByLoss(List<Observation> trials, int epoch, int count) {
        PriorityQueue<Rated> best = new PriorityQueue<>(Collections.reverseOrder(Rated.BEST_FIRST));
        for (Observation trial : trials) {
            Rated rated = new Rated(trial.lossesAt(epoch).get(0), trial);
            if (best.size() < count) {
                best.add(rated);
            } else if (Rated.BEST_FIRST.compare(rated, best.element()) < 0) {
                best.remove();
                best.add(rated);
            }
        }
        return best.stream().sorted(Rated.BEST_FIRST).map(Rated::trial).collect(Collectors.toList());
    }

    private static List<Observation> bestByFronts(List<Observation> trials, int epoch, int count) {
        List<Observation> left = new ArrayList<>(trials);
        List<Observation> best = new ArrayList<>();
        while (best.size() < count && !left.isEmpty()) {
            List<Observation> front = front(left, epoch);
            front.stream().limit(count - best.size()).forEach(best::add);
            Set<Integer> done = front.stream().map(Observation::number).collect(Collectors.toSet());
            left.removeIf(trial -> done.contains(trial.number()));
        }
        return best;
    }

    /** What nothing dominates, the least crowded first. */
    private static List<Observation> front(List<Observation> trials, int epoch) {
        List<double[]> losses =
                trials.stream().map(trial -> losses(trial, epoch)).collect(Collectors.toList());
        int[] front = Pareto.front(losses);
        List<double[]> points = IntStream.of(front).mapToObj(losses::get).collect(Collectors.toList());
        double[] crowding = Pareto.crowding(points);
        return IntStream.range(0, front.length)
                .mapToObj(i -> new Rated(-crowding[i], trials.get(front[i])))
                .sorted(Rated.BEST_FIRST)
                .map(Rated::trial)
                .collect(Collectors.toList());
    }

    private static double[] losses(Observation trial, int epoch) {
        return trial.lossesAt(epoch).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
