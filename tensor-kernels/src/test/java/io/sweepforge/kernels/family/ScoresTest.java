package io.sweepforge.kernels.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoresTest {
    @Test
    void countsCorrectRowsAndAveragesCrossEntropy() {
        ClassificationScore score = new ClassificationScore();
        float[] logits = {0, 0, 9, 9, 2, 0, 0, 9};
        score.add(logits, 4, 2, 0);
        score.add(logits, 4, 2, 1);

        assertThat(score.accuracy()).isEqualTo(0.5);
        assertThat(score.loss()).isCloseTo((Math.log1p(Math.exp(-2)) + Math.log1p(Math.exp(2))) / 2, within(1e-12));
    }

    @Test
    void largeLogitsDoNotOverflow() {
        ClassificationScore score = new ClassificationScore();
        score.add(new float[] {3e38f, -3e38f}, 0, 2, 0);

        assertThat(score.loss()).isZero();
    }

    @Test
    void comparesErrorsWithThoseOfTheNaiveForecast() {
        ForecastScore score = new ForecastScore(10);
        score.add(3, 6);
        score.add(-4, -8);

        assertThat(score.rmse()).isCloseTo(10 * Math.sqrt(12.5), within(1e-11));
        assertThat(score.mae()).isEqualTo(35);
        assertThat(score.rmseRatio()).isCloseTo(0.5, within(1e-12));
        assertThat(score.maeRatio()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void comparesForecastsOfVerySmallQuantitiesToo() {
        ForecastScore score = new ForecastScore(1e-9);
        score.add(0.5, 1);

        assertThat(score.rmse()).isCloseTo(5e-10, within(1e-20));
        assertThat(score.rmseRatio()).isCloseTo(0.5, within(1e-12));
    }
}
