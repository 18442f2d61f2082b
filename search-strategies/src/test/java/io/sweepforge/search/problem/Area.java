package io.sweepforge.search.problem;

import java.util.Comparator;
import java.util.List;

/** The hypervolume of two objectives, by the definition: problems must not measure with what they test. */
final class Area {
    private Area() {}

    /** The area between the points and the reference that some point dominates. */
    static double dominated(List<double[]> points, double[] reference) {
        double area = 0;
        double height = reference[1];
        for (double[] point : points.stream()
                .filter(each -> each[0] < reference[0])
                .sorted(Comparator.comparingDouble(each -> each[0]))
                .toList()) {
            area += (reference[0] - point[0]) * Math.max(0, height - point[1]);
            height = Math.min(height, point[1]);
        }
        return area;
    }
}
