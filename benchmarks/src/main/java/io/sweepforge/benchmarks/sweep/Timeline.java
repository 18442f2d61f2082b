package io.sweepforge.benchmarks.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a side reported in the course of a sweep.
 *
 * @param searcher what chose the configurations
 * @param maximizes whether a larger value is better
 * @param points in any order
 */
record Timeline(String searcher, boolean maximizes, List<Point> points) {
    /** One epoch of a trial: seconds since the sweep began, and the validation metric. */
    record Point(double seconds, double value) {}

    int epochs() {
        return points.size();
    }

    /** When the last epoch was reported. */
    double seconds() {
        return points.stream().mapToDouble(Point::seconds).max().orElse(0);
    }

    double best() {
        return points.stream()
                .map(Point::value)
                .filter(Double::isFinite)
                .min(better())
                .orElse(Double.NaN);
    }

    /** When a value at least as good as this was first reported. */
    OptionalDouble secondsTo(double target) {
        return points.stream()
                .filter(point -> Double.isFinite(point.value()) && better().compare(point.value(), target) <= 0)
                .mapToDouble(Point::seconds)
                .min();
    }

    /** The worse of two best values: both sides reached it. */
    double worseBest(Timeline other) {
        return better().compare(best(), other.best()) > 0 ? best() : other.best();
    }

    private Comparator<Double> better() {
        return maximizes ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }
}
