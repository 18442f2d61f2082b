package io.sweepforge.search.sampler.gp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Those trials of many that a model needs most, so that its cost stays bounded: one half are the best, a quarter the
 * nearest to the very best, a quarter an even selection from the rest.
 */
final class Subset {
    static final int SIZE = 256;

    private Subset() {}

    /** @param all by number */
    static List<Evidence> of(List<Evidence> all) {
        if (all.size() <= SIZE) {
            return all;
        }
        Set<Evidence> chosen = new TreeSet<>(Comparator.comparingInt(Evidence::number));
        List<Evidence> left = new ArrayList<>(all);
        take(left, Evidence.BEST_FIRST, SIZE / 2, chosen);
        double[] centre = all.stream().min(Evidence.BEST_FIRST).orElseThrow().point();
        take(left, nearestTo(centre), SIZE / 4, chosen);
        for (int i = 0, missing = SIZE - chosen.size(); i < missing; i++) {
            chosen.add(left.get((int) ((long) i * left.size() / missing)));
        }
        return List.copyOf(chosen);
    }

    private static void take(List<Evidence> left, Comparator<Evidence> order, int count, Set<Evidence> chosen) {
        chosen.addAll(left.stream().sorted(order).limit(count).collect(Collectors.toList()));
        left.removeIf(chosen::contains);
    }

    private static Comparator<Evidence> nearestTo(double[] centre) {
        return Comparator.comparingDouble((Evidence each) -> distance(each.point(), centre))
                .thenComparingInt(Evidence::number);
    }

    /** Squared; a parameter that is active in one of the two only counts 1. */
    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            double difference = a[d] - b[d];
            boolean bothInactive = Double.isNaN(a[d]) && Double.isNaN(b[d]);
            sum += Double.isNaN(difference) ? (bothInactive ? 0 : 1) : difference * difference;
        }
        return sum;
    }
}
