package io.sweepforge.search.analysis;

import java.util.Map;
import java.util.TreeMap;

/** A sum of steps over [0, 1]: what trees predict for one parameter, averaged over all others. */
final class Marginal {
    private final TreeMap<Double, Double> changes = new TreeMap<>();

    /** Raises the function between two places. */
    void add(double from, double to, double height) {
        changes.merge(from, height, Double::sum);
        changes.merge(to, -height, Double::sum);
    }

    /** Of the function's value at a uniformly drawn place. */
    double variance() {
        double mean = moment(0, 1);
        return Math.max(0, moment(mean, 2));
    }

    private double moment(double centre, int power) {
        double sum = 0;
        double height = 0;
        double from = 0;
        for (Map.Entry<Double, Double> change : changes.entrySet()) {
            double distance = height - centre;
            sum += (change.getKey() - from) * (power == 1 ? distance : distance * distance);
            height += change.getValue();
            from = change.getKey();
        }
        return sum;
    }
}
