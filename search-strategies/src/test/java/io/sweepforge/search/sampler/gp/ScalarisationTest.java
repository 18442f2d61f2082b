package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.sampler.CurvePoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScalarisationTest {
    private static Told told(int number, double... losses) {
        List<Double> list = new ArrayList<>();
        for (double loss : losses) {
            list.add(loss);
        }
        return new Told(number, new double[] {0}, true, List.of(new CurvePoint(1, list)));
    }

    @Test
    void isTheLossWhenThereIsOne() {
        Scalarisation one = Scalarisation.of(List.of(told(0, 4), told(1, 9)), 1, 0);
        assertThat(one.applyAsDouble(List.of(7.0))).isEqualTo(7);
        assertThat(one.applyAsDouble(List.of(Double.NaN))).isInfinite();
    }

    @Test
    void doesNotCareAboutUnits() {
        List<Told> small = List.of(told(0, 1, 5), told(1, 2, 4), told(2, 3, 3), told(3, 4, 2));
        List<Told> large = List.of(told(0, 1, 5000), told(1, 2, 4000), told(2, 3, 3000), told(3, 4, 2000));
        for (int turn = 0; turn < Scalarisation.TURNS; turn++) {
            assertThat(Scalarisation.of(large, 2, turn).applyAsDouble(List.of(2.5, 3500.0)))
                    .isCloseTo(Scalarisation.of(small, 2, turn).applyAsDouble(List.of(2.5, 3.5)), within(1e-12));
        }
    }

    @Test
    void turnsSeekDifferentCompromises() {
        List<Told> front = List.of(told(0, 1, 5), told(1, 2, 3), told(2, 3, 2), told(3, 5, 1));
        Set<Integer> best = new HashSet<>();
        for (int turn = 0; turn < Scalarisation.TURNS; turn++) {
            Scalarisation view = Scalarisation.of(front, 2, turn);
            front.stream()
                    .min((a, b) -> Double.compare(value(view, a), value(view, b)))
                    .ifPresent(each -> best.add(each.number()));
        }
        assertThat(best).hasSizeGreaterThanOrEqualTo(3);
    }

    private static double value(Scalarisation view, Told told) {
        return view.applyAsDouble(told.curve().get(0).losses());
    }

    @Test
    void survivesObjectivesThatNeverDifferOrDiverge() {
        List<Told> flat = List.of(told(0, 1, Double.NaN), told(1, 1, Double.NaN));
        Scalarisation view = Scalarisation.of(flat, 2, 3);
        assertThat(view.applyAsDouble(List.of(1.0, 2.0))).isFinite();
        assertThat(view.applyAsDouble(List.of(1.0, Double.NaN))).isInfinite();
    }

    @Test
    void worksForThreeObjectives() {
        Scalarisation view = Scalarisation.of(List.of(told(0, 1, 2, 3), told(1, 3, 1, 2), told(2, 2, 3, 1)), 3, 5);
        assertThat(view.words().split(" : ")).hasSize(3);
        assertThat(view.applyAsDouble(List.of(1.0, 1.0, 1.0))).isZero();
    }

    @Test
    void everyLossCountsInEveryTurn() {
        List<Told> front = List.of(told(0, 1, 5, 2), told(1, 2, 3, 1), told(2, 3, 2, 2), told(3, 5, 1, 4));
        for (int turn = 0; turn < Scalarisation.TURNS; turn++) {
            Scalarisation view = Scalarisation.of(front, 3, turn);
            double value = view.applyAsDouble(List.of(4.0, 4.0, 4.0));
            assertThat(view.applyAsDouble(List.of(3.5, 4.0, 4.0))).isLessThan(value);
            assertThat(view.applyAsDouble(List.of(4.0, 3.5, 4.0))).isLessThan(value);
            assertThat(view.applyAsDouble(List.of(4.0, 4.0, 3.5))).isLessThan(value);
        }
    }
}
