package io.sweepforge.search.sampler.gp;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Those trials of many that a model needs most, so that its cost stays bounded: one half are the best, a quarter the
 * nearest to the very best, a quarter an even selection from the rest.
 */
final class Subset {
    static final int SIZE = 256;

    private Subset() {}

    /** @param all in an order that the subset keeps */
    static List<Evidence> of(List<Evidence> all) {
        if (all.size() <= SIZE) {
            return all;
        }
        BitSet chosen = new BitSet(all.size());
        double[] centre = all.stream().min(Evidence.BEST_FIRST).orElseThrow().point();
        ToDoubleFunction<Evidence> fromCentre = each -> distance(each.point(), centre);
        take(all, Evidence::loss, SIZE / 2, chosen);
        take(all, fromCentre, SIZE / 4, chosen);
        int[] left = left(all, chosen).toArray();
        for (int i = 0, missing = SIZE - chosen.cardinality(); i < missing; i++) {
            chosen.set(left[(int) ((long) i * left.length / missing)]);
        }
        return chosen.stream().mapToObj(all::get).collect(Collectors.toList());
    }

    /** Chooses those with the least values, the earlier of equal ones. */
    private static void take(List<Evidence> all, ToDoubleFunction<Evidence> value, int count, BitSet chosen) {
        left(all, chosen)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> value.applyAsDouble(all.get(i))))
                .limit(count)
                .forEach(chosen::set);
    }

    private static IntStream left(List<Evidence> all, BitSet chosen) {
        return IntStream.range(0, all.size()).filter(i -> !chosen.get(i));
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
