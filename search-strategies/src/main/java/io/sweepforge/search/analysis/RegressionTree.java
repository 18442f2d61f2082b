package io.sweepforge.search.analysis;

import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A tree of a random forest (Breiman, Random forests, 2001), of which only what its leaves add to the marginals is kept:
 * grown on a bootstrap sample, looking at five of six columns in each node.
 */
final class RegressionTree {
    private static final int SMALLEST_NODE = 6;
    private static final double COLUMNS_SEEN = 5.0 / 6;

    private final TrainingSet set;
    private final HashedRandom random;
    private final Marginal[] marginals;
    private final BestSplit best;

    RegressionTree(TrainingSet set, HashedRandom random, Marginal[] marginals) {
        this.set = set;
        this.random = random;
        this.marginals = marginals;
        this.best = new BestSplit(set);
    }

    void grow() {
        int[] rows = IntStream.range(0, set.size())
                .map(i -> random.below(set.size()))
                .toArray();
        grow(rows, Box.whole(set.categories()));
    }

    private void grow(int[] rows, Box box) {
        Optional<Split> split = rows.length < SMALLEST_NODE ? Optional.empty() : split(rows, box);
        if (split.isEmpty()) {
            box.addTo(marginals, set.meanLoss(rows));
            return;
        }
        Split chosen = split.get();
        grow(side(rows, chosen, true), box.side(chosen, true));
        grow(side(rows, chosen, false), box.side(chosen, false));
    }

    /** The best split of the columns that are looked at, the first of equals. */
    private Optional<Split> split(int[] rows, Box box) {
        return columnsSeen()
                .mapToObj(column -> best.of(rows, column, box))
                .flatMap(Optional::stream)
                .reduce((split, other) -> other.gain() > split.gain() ? other : split);
    }

    private IntStream columnsSeen() {
        int[] columns = IntStream.range(0, set.columns()).toArray();
        int seen = (int) Math.ceil(COLUMNS_SEEN * columns.length);
        for (int i = 0; i < seen; i++) {
            int other = i + random.below(columns.length - i);
            int column = columns[other];
            columns[other] = columns[i];
            columns[i] = column;
        }
        return Arrays.stream(columns, 0, seen);
    }

    private int[] side(int[] rows, Split split, boolean left) {
        return Arrays.stream(rows)
                .filter(row -> split.isLeft(set.points()[row][split.column()]) == left)
                .toArray();
    }
}
