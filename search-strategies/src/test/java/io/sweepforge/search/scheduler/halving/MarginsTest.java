package io.sweepforge.search.scheduler.halving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MarginsTest {
    private final Margins margins = new Margins(3);

    private void pass(int number, double... losses) {
        for (int rung = 0; rung < losses.length; rung++) {
            margins.arrive(number, rung, losses[rung]);
        }
    }

    @Test
    void everyDifferenceCountsUntilTrialsChangePlaces() {
        pass(0, 0.5, 0.4);
        pass(1, 0.6, 0.5);
        pass(2, 0.6, 0.4);
        assertThat(margins.at(0)).isZero();
        assertThat(margins.at(1)).isZero();
        assertThat(new Margins(1).at(0)).isZero();
    }

    @Test
    void areTheDistanceOfTrialsThatChangedPlaces() {
        pass(0, 0.50, 0.40, 0.30);
        pass(1, 0.52, 0.37, 0.31);
        assertThat(margins.at(0)).isCloseTo(0.02, within(1e-12));
        assertThat(margins.at(1)).isCloseTo(0.03, within(1e-12));
        assertThat(margins.at(2)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void areTheMedianOfThoseDistances() {
        pass(0, 0.50, 0.40);
        pass(1, 0.51, 0.39);
        pass(2, 0.53, 0.38);
        assertThat(margins.at(0)).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void aTrialThatSkippedARungSaysNothing() {
        pass(0, 0.50, 0.40, 0.30);
        margins.arrive(1, 0, 0.52);
        margins.arrive(1, 2, 0.20);
        assertThat(margins.at(0)).isZero();
        assertThat(margins.at(2)).isZero();
    }

    @Test
    void onlyTheLatestTrialsCount() {
        pass(0, 0.5, 0.4);
        pass(1, 0.6, 0.3);
        for (int number = 2; number < 32; number++) {
            pass(number, number, number);
        }
        assertThat(margins.at(0)).isCloseTo(0.1, within(1e-12));
        pass(32, 32, 32);
        assertThat(margins.at(0)).isZero();
    }

    @Test
    void whatIsNotANumberNeverChangesPlaces() {
        pass(0, 0.5, Double.NaN);
        pass(1, 0.6, 0.3);
        assertThat(margins.at(0)).isZero();
    }
}
