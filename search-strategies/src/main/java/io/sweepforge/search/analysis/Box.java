package io.sweepforge.search.analysis;

import java.util.BitSet;

/** The part of the space where a node of a tree decides: intervals of [0, 1], or sets of categories. Immutable. */
final class Box {
    private final double[] from;
    private final double[] to;
    private final BitSet[] categories;
    private final int[] counts;

    private Box(double[] from, double[] to, BitSet[] categories, int[] counts) {
        this.from = from;
        this.to = to;
        this.categories = categories;
        this.counts = counts;
    }

    /** Everything. */
    static Box whole(int[] counts) {
        double[] to = new double[counts.length];
        BitSet[] categories = new BitSet[counts.length];
        for (int i = 0; i < counts.length; i++) {
            to[i] = 1;
            categories[i] = new BitSet();
            categories[i].set(0, counts[i]);
        }
        return new Box(new double[counts.length], to, categories, counts);
    }

    /** The part on one side of a split. */
    Box side(Split split, boolean left) {
        int column = split.column();
        Box side = new Box(from.clone(), to.clone(), categories.clone(), counts);
        if (counts[column] == 0) {
            (left ? side.to : side.from)[column] = split.threshold();
        } else {
            BitSet kept = (BitSet) categories[column].clone();
            if (left) {
                kept.and(split.categories());
            } else {
                kept.andNot(split.categories());
            }
            side.categories[column] = kept;
        }
        return side;
    }

    BitSet categories(int column) {
        return categories[column];
    }

    /** Adds a value that holds in this box to the marginals of a function. */
    void addTo(Marginal[] marginals, double value) {
        double volume = 1;
        for (int i = 0; i < counts.length; i++) {
            volume *= width(i);
        }
        for (int i = 0; i < counts.length; i++) {
            addTo(marginals[i], i, value * volume / width(i));
        }
    }

    private double width(int column) {
        return counts[column] == 0
                ? to[column] - from[column]
                : categories[column].cardinality() / (double) counts[column];
    }

    private void addTo(Marginal marginal, int column, double height) {
        if (counts[column] == 0) {
            marginal.add(from[column], to[column], height);
            return;
        }
        double cells = counts[column];
        categories[column].stream().forEach(category -> marginal.add(category / cells, (category + 1) / cells, height));
    }
}
