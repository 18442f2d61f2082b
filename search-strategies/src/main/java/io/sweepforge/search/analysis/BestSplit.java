package io.sweepforge.search.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the split of one column that leaves the least squared error. Categories are put in the order of their mean
 * losses first, where the best of all subsets is a beginning (Fisher, On grouping for maximum homogeneity, 1958).
 */
final class BestSplit {
    private static final int SMALLEST_LEAF = 2;
    private static final double ROUNDING = 1e-12;

    private final TrainingSet set;

    BestSplit(TrainingSet set) {
        this.set = set;
    }

    /** Empty when no split makes the error smaller. */
    Optional<Split> of(int[] rows, int column, Box box) {
        long[] keys = set.isCategorical(column) ? keysByMean(rows, column) : keysByRank(rows, set.ranks()[column]);
        Arrays.sort(keys);
        double total = 0;
        double squares = 0;
        for (long key : keys) {
            total += loss(key);
            squares += loss(key) * loss(key);
        }
        int cut = 0;
        double gain = ROUNDING * squares;
        double left = 0;
        for (int i = 1; i <= keys.length - SMALLEST_LEAF; i++) {
            left += loss(keys[i - 1]);
            boolean possible = i >= SMALLEST_LEAF && order(keys[i - 1]) < order(keys[i]);
            double candidate = possible ? gain(left, i, total, keys.length) : 0;
            if (candidate > gain) {
                gain = candidate;
                cut = i;
            }
        }
        return cut == 0 ? Optional.empty() : Optional.of(split(keys, cut, column, box, gain));
    }

    private static double gain(double left, int count, double total, int all) {
        double right = total - left;
        return left * left / count + right * right / (all - count) - total * total / all;
    }

    /** Categories that no trial has go with most trials. */
    private Split split(long[] keys, int cut, int column, Box box, double gain) {
        if (!set.isCategorical(column)) {
            return new Split(
                    column, between(value(keys[cut - 1], column), value(keys[cut], column)), new BitSet(), gain);
        }
        BitSet left = categories(keys, 0, cut, column);
        if (2 * cut > keys.length) {
            left = (BitSet) box.categories(column).clone();
            left.andNot(categories(keys, cut, keys.length, column));
        }
        return new Split(column, Double.NaN, left, gain);
    }

    private static double between(double smaller, double greater) {
        double middle = (smaller + greater) / 2;
        return middle > smaller ? middle : greater;
    }

    private BitSet categories(long[] keys, int from, int to, int column) {
        BitSet found = new BitSet();
        for (int i = from; i < to; i++) {
            found.set((int) value(keys[i], column));
        }
        return found;
    }

    private long[] keysByMean(int[] rows, int column) {
        int[] places = placesByMean(rows, column);
        long[] keys = new long[rows.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(places[(int) set.points()[rows[i]][column]], rows[i]);
        }
        return keys;
    }

    /** By category: its place among all by mean loss. */
    private int[] placesByMean(int[] rows, int column) {
        int count = set.categories()[column];
        double[] sums = new double[count];
        int[] sizes = new int[count];
        for (int row : rows) {
            int category = (int) set.points()[row][column];
            sums[category] += set.losses()[row];
            sizes[category]++;
        }
        int[] byMean = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(category -> sums[category] / sizes[category]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] places = new int[count];
        for (int place = 0; place < count; place++) {
            places[byMean[place]] = place;
        }
        return places;
    }

    private static long[] keysByRank(int[] rows, int[] ranks) {
        long[] keys = new long[rows.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(ranks[rows[i]], rows[i]);
        }
        return keys;
    }

    /** Order and row in one number, so that sorting needs no objects. */
    private static long key(int order, int row) {
        return ((long) order << Integer.SIZE) | row;
    }

    private static int order(long key) {
        return (int) (key >>> Integer.SIZE);
    }

    private double loss(long key) {
        return set.losses()[(int) key];
    }

    private double value(long key, int column) {
        return set.points()[(int) key][column];
    }
}
