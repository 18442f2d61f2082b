package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.CurvePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The epochs at which trials are compared with each other, and their losses made comparable between epochs. A trial
 * counts with its best epoch, so its loss at a level is the least that it told up to there: a network that fits its
 * training rows too well afterwards is no worse for that. Each is moved by what trials that went on typically gained from
 * there (the median, level by level). The model then learns from all of them jointly (as in Klein et al., "Model-based
 * Asynchronous Hyperparameter and Neural Architecture Search", arXiv 2003.10865); {@link Kernel} says how levels relate.
 */
final class Levels {
    /** A level is at least this many times the one below: epochs closer than that say nearly the same. */
    private static final double LEAST_RATIO = 1.9;

    private final int maxEpochs;
    /** Ascending. */
    private final TreeSet<Integer> epochs = new TreeSet<>();

    private Levels(int maxEpochs) {
        this.maxEpochs = maxEpochs;
    }

    static Levels of(List<Told> told, int maxEpochs) {
        Levels levels = new Levels(maxEpochs);
        NavigableSet<Integer> seen = new TreeSet<>();
        seen.add(maxEpochs);
        told.forEach(each -> each.curve().forEach(point -> seen.add(point.epoch())));
        double next = Double.POSITIVE_INFINITY;
        for (int epoch : seen.descendingSet()) {
            if (epoch <= next) {
                levels.epochs.add(epoch);
                next = epoch / LEAST_RATIO;
            }
        }
        levels.epochs.add(seen.first());
        return levels;
    }

    /** Where an epoch lies from 0 (the first) to 1 (the last), logarithmically; 1 when there is only one. */
    double coordinate(int epoch) {
        return maxEpochs == 1 ? 1 : StrictMath.log(epoch) / StrictMath.log(maxEpochs);
    }

    /** The highest epoch that enough trials reached, so that the model can judge what is good there. */
    int target(List<Told> told, int enough) {
        for (Integer epoch : epochs.descendingSet()) {
            long reached = told.stream().filter(each -> hasReport(each, epoch)).count();
            if (reached >= enough) {
                return epoch;
            }
        }
        return epochs.first();
    }

    private boolean hasReport(Told told, Integer level) {
        return told.curve().stream().anyMatch(point -> level.equals(epochs.floor(point.epoch())));
    }

    /** What each trial told at each level, as comparable losses. */
    List<Evidence> evidence(List<Told> told, ToDoubleFunction<List<Double>> loss) {
        List<NavigableMap<Integer, Double>> losses =
                told.stream().map(each -> losses(each, loss)).collect(Collectors.toList());
        NavigableMap<Integer, Double> gains = gains(losses);
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Told each = told.get(i);
            losses.get(i)
                    .forEach((epoch, value) -> evidence.add(new Evidence(
                            each.number(),
                            point(each.point(), coordinate(epoch)),
                            value + gains.getOrDefault(epoch, 0.0))));
        }
        return evidence;
    }

    private NavigableMap<Integer, Double> losses(Told told, ToDoubleFunction<List<Double>> loss) {
        NavigableMap<Integer, Double> losses = new TreeMap<>();
        double least = Double.POSITIVE_INFINITY;
        for (CurvePoint point : told.curve()) {
            Integer level = epochs.floor(point.epoch());
            double now = loss.applyAsDouble(point.losses());
            least = Math.min(least, now);
            if (level != null) {
                losses.put(level, Double.isFinite(now) ? least : now);
            }
        }
        if (!told.works()) {
            losses.put(maxEpochs, Double.POSITIVE_INFINITY);
        }
        return losses;
    }

    /** By level: what losses there typically change until the last one. */
    private NavigableMap<Integer, Double> gains(List<NavigableMap<Integer, Double>> losses) {
        NavigableMap<Integer, Double> gains = new TreeMap<>();
        double gain = 0;
        gains.put(epochs.last(), gain);
        for (Integer above = epochs.last(), level = epochs.lower(above);
                level != null;
                above = level, level = epochs.lower(level)) {
            gain += medianChange(losses, level, above);
            gains.put(level, gain);
        }
        return gains;
    }

    private static double medianChange(List<NavigableMap<Integer, Double>> losses, int from, int to) {
        double[] changes = losses.stream()
                .filter(each -> each.containsKey(from) && each.containsKey(to))
                .mapToDouble(each -> each.get(to) - each.get(from))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return changes.length == 0 ? 0 : changes[changes.length / 2];
    }

    /** A point with a level at its end. */
    static double[] point(double[] point, double level) {
        double[] extended = Arrays.copyOf(point, point.length + 1);
        extended[point.length] = level;
        return extended;
    }
}
