package io.sweepforge.coordinator.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * The best points so far and for how long there was no better one. With one objective there is one such point, with
 * several there is a Pareto front. Immutable, and part of snapshots, so names here are for ever.
 *
 * @param front none of them at least as good as another in every objective
 * @param by the trial that improved last; -1 before the first result
 * @param since how many other trials have ended since then
 */
public record Improvement(List<Point> front, int by, int since) {
    static final Improvement NONE = new Improvement(List.of(), -1, 0);

    /** @param losses one per objective, smaller is better; NaN is worse than any number */
    public record Point(int number, List<Double> losses) {
        private boolean covers(List<Double> others) {
            for (int i = 0; i < losses.size(); i++) {
                if (Double.compare(losses.get(i), others.get(i)) > 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A trial has this result now. */
    Improvement seen(int number, List<Double> losses) {
        Point point = new Point(number, losses);
        if (front.contains(point)) {
            return this;
        }
        List<Point> others = without(number);
        if (others.stream().anyMatch(other -> other.covers(losses))) {
            return new Improvement(others, by, since);
        }
        List<Point> now = new ArrayList<>(
                others.stream().filter(other -> !point.covers(other.losses())).toList());
        now.add(point);
        return new Improvement(List.copyOf(now), number, 0);
    }

    /** A trial's result is of no worth: it diverged or failed in the end. */
    Improvement withdrawn(int number) {
        return new Improvement(without(number), by, since);
    }

    /** A trial is over. */
    Improvement ended(int number) {
        return number == by ? this : new Improvement(front, by, since + 1);
    }

    private List<Point> without(int number) {
        return front.stream().filter(point -> point.number() != number).toList();
    }
}
