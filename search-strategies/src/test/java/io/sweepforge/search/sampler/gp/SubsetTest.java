package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubsetTest {
    private static List<Evidence> evidence(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Evidence(i, new double[] {i * 1.0 / count, Double.NaN}, (i * 37) % count))
                .toList();
    }

    @Test
    void takesFewAsTheyAre() {
        List<Evidence> few = evidence(Subset.SIZE);
        assertThat(Subset.of(few)).isSameAs(few);
    }

    @Test
    void takesTheBestTheNearestAndAnEvenRest() {
        List<Evidence> all = evidence(1_000);
        List<Evidence> chosen = Subset.of(all);
        assertThat(chosen).hasSize(Subset.SIZE).doesNotHaveDuplicates().isSubsetOf(all);
        assertThat(chosen).extracting(Evidence::number).isSorted();
        assertThat(chosen).filteredOn(each -> each.loss() < 128).hasSize(128);
        assertThat(chosen).filteredOn(each -> each.number() <= 64).hasSizeGreaterThanOrEqualTo(60);
        assertThat(chosen).filteredOn(each -> each.number() > 700).hasSizeGreaterThan(20);
    }

    /** A point in which a parameter is active that the best one does not have is farther than any that has it not. */
    @Test
    void takesTheNearestToTheBestWhereverThatIs() {
        List<Evidence> all = IntStream.range(0, 1_000)
                .mapToObj(i -> new Evidence(
                        i, new double[] {i / 1_000.0, i % 2 == 0 ? Double.NaN : 0.5}, ((i + 500) * 37) % 1_000))
                .toList();
        assertThat(Subset.of(all))
                .extracting(Evidence::number)
                .containsAll(IntStream.rangeClosed(-30, 30)
                        .map(i -> 500 + 2 * i)
                        .boxed()
                        .toList());
    }
}
