package io.sweepforge.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.sampler.support.HashedRandom;
import org.junit.jupiter.api.Test;

class CategoriesTest {
    private static final double[] WEIGHTS = {1, -0.5};

    @Test
    void moveTowardsTheBestAndKeepAMargin() {
        Categories categories = Categories.even(new int[] {3});
        double[][] members = {{2}, {0}};
        assertThat(categories.moved(members, WEIGHTS, 10).share(0, 2)).isCloseTo(1 / 3.0 + 0.4 / 3, within(1e-12));
        for (int i = 0; i < 100; i++) {
            categories = categories.moved(members, WEIGHTS, 10);
        }
        assertThat(categories.share(0, 0)).isCloseTo(0.05, within(1e-12));
        assertThat(categories.share(0, 1)).isCloseTo(0.05, within(1e-12));
        assertThat(categories.share(0, 2)).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void ignoreMembersInWhichTheyAreNotActive() {
        Categories moved = Categories.even(new int[] {2, 1}).moved(new double[][] {{Double.NaN, 0}}, WEIGHTS, 10);
        assertThat(moved.share(0, 0)).isEqualTo(0.5);
        assertThat(moved.share(1, 0)).isEqualTo(1);
    }

    @Test
    void areDrawnAsOftenAsTheyAreLikely() {
        double[] halves = {0.5, 0.5};
        Categories categories = Categories.even(new int[] {4}).moved(new double[][] {{2}, {1}}, halves, 10);
        HashedRandom random = new HashedRandom(1, 0, 0);
        int[] counts = new int[4];
        for (int i = 0; i < 10_000; i++) {
            counts[categories.draw(0, random)]++;
        }
        assertThat(categories.share(0, 2)).isCloseTo(0.3, within(1e-12));
        for (int value = 0; value < 4; value++) {
            assertThat(counts[value] / 10_000.0).isCloseTo(categories.share(0, value), within(0.015));
        }
    }
}
