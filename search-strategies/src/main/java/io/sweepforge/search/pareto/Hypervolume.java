package io.sweepforge.search.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Exact hypervolume: a sweep for two objectives; for more the sum of what each point adds to those after it (While,
 * Bradstreet and Barone, A fast way of calculating exact hypervolumes, 2012). Worst last loss first, so that what a point
 * shares with later ones is a slab of its own depth, and its volume a problem with one objective less.
 */
final class Hypervolume {
    private Hypervolume() {}

    static double of(List<double[]> losses, double[] reference) {
        return volume(inside(losses, reference), reference);
    }

    private static List<double[]> inside(List<double[]> losses, double[] reference) {
        return losses.stream().filter(point -> isInside(point, reference)).collect(Collectors.toList());
    }

    private static boolean isInside(double[] point, double[] reference) {
        for (int i = 0; i < point.length; i++) {
            if (!(point[i] < reference[i])) {
                return false;
            }
        }
        return true;
    }

    private static double volume(List<double[]> points, double[] reference) {
        return reference.length <= 2 ? sweep(points, reference) : slabs(points, reference);
    }

    /** Strips between the second losses of successive points of the front, each as wide as its point is far away. */
    private static double sweep(List<double[]> points, double[] reference) {
        points.sort(Losses.LEXICOGRAPHIC);
        int last = reference.length - 1;
        double volume = 0;
        double edge = reference[last];
        for (double[] point : points) {
            if (point[last] < edge) {
                double width = last == 0 ? 1 : reference[0] - point[0];
                volume += width * (edge - point[last]);
                edge = point[last];
            }
        }
        return volume;
    }

    private static double slabs(List<double[]> points, double[] reference) {
        int last = reference.length - 1;
        List<double[]> front = new ArrayList<>();
        for (int i : Front.of(points)) {
            front.add(points.get(i));
        }
        front.sort(Comparator.comparingDouble((double[] point) -> -point[last]));
        double[] base = Arrays.copyOf(reference, last);
        double volume = 0;
        for (int i = 0; i < front.size(); i++) {
            double[] point = front.get(i);
            List<double[]> shared = shared(point, front.subList(i + 1, front.size()));
            volume += (reference[last] - point[last]) * (box(point, base) - volume(shared, base));
        }
        return volume;
    }

    private static List<double[]> shared(double[] point, List<double[]> others) {
        List<double[]> shared = new ArrayList<>(others.size());
        for (double[] other : others) {
            double[] corner = new double[point.length - 1];
            for (int k = 0; k < corner.length; k++) {
                corner[k] = Math.max(point[k], other[k]);
            }
            shared.add(corner);
        }
        return shared;
    }

    private static double box(double[] point, double[] base) {
        double volume = 1;
        for (int k = 0; k < base.length; k++) {
            volume *= base[k] - point[k];
        }
        return volume;
    }
}
