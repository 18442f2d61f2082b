package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HurdleTest {
    /** A trial with losses at levels 0, 0.5 and 1, as far as it got. */
    private static List<Evidence> trial(int number, double... losses) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            evidence.add(new Evidence(number, new double[] {0.3, 0.5 * i}, losses[i]));
        }
        return evidence;
    }

    @SafeVarargs
    private static List<Hurdle> below(double target, List<Evidence>... trials) {
        return Hurdle.below(
                target, List.of(trials).stream().flatMap(List::stream).toList(), loss -> 10 * loss);
    }

    @Test
    void liesBetweenThoseThatWentOnAndTheOthers() {
        List<Hurdle> hurdles = below(1, trial(0, 1, 1, 1), trial(1, 2, 3), trial(2, 4), trial(3, 7));
        assertThat(hurdles).containsExactly(new Hurdle(0.5, 20), new Hurdle(0, 30));
    }

    @Test
    void onlyTheNumberOfThoseThatWentOnCounts() {
        assertThat(below(1, trial(0, 7, 1, 1), trial(1, 2), trial(2, 4))).containsExactly(new Hurdle(0, 30));
    }

    @Test
    void isTheBestWhereNoneWentOn() {
        assertThat(below(1, trial(0, 2), trial(1, 3))).containsExactly(new Hurdle(0, 20));
    }

    @Test
    void thereIsNoneWhereAllWentOnOrFromTheTargetOn() {
        assertThat(below(0.5, trial(0, 2, 1), trial(1, 3, 2, 2))).isEmpty();
    }

    @Test
    void aLossThatIsNotFiniteIsNoPassage() {
        assertThat(below(1, trial(0, 2, Double.POSITIVE_INFINITY), trial(1, 1, 1, 1)))
                .containsExactly(new Hurdle(0, 15));
    }
}
