package io.sweepforge.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.sampler.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private static final int MAX = 27;

    private static Told told(int number, double... lossAtThirds) {
        List<CurvePoint> curve = new ArrayList<>();
        int epoch = 1;
        for (double loss : lossAtThirds) {
            curve.add(new CurvePoint(epoch, List.of(loss)));
            epoch *= 3;
        }
        return new Told(number, new double[] {0.5}, true, curve);
    }

    private static List<Evidence> evidence(List<Told> told) {
        return Levels.of(told, MAX).evidence(told, losses -> losses.get(0));
    }

    @Test
    void movesEarlyLossesByWhatOthersGainedFromThere() {
        List<Evidence> evidence = evidence(List.of(told(0, 10, 8, 5, 4), told(1, 20, 18), told(2, 30)));
        assertThat(evidence).extracting(Evidence::number).containsExactly(0, 0, 0, 0, 1, 1, 2);
        assertThat(evidence).extracting(Evidence::loss).containsExactly(4.0, 4.0, 4.0, 4.0, 14.0, 14.0, 24.0);
    }

    @Test
    void aTrialIsAsGoodAsItsBestEpochSoFar() {
        List<Evidence> evidence = evidence(List.of(told(0, 5, 7, 4, 6)));
        assertThat(evidence).extracting(Evidence::loss).containsExactly(4.0, 4.0, 4.0, 4.0);
    }

    @Test
    void givesEachPointItsLevel() {
        List<Evidence> evidence = evidence(List.of(told(0, 10, 8, 5, 4)));
        assertThat(evidence).extracting(each -> each.point()[1]).satisfies(levels -> {
            assertThat(levels.get(0)).isZero();
            assertThat(levels.get(1)).isCloseTo(1 / 3.0, within(1e-12));
            assertThat(levels.get(3)).isEqualTo(1);
        });
    }

    @Test
    void countsReportsBetweenLevelsToTheLevelBelow() {
        Told dense = new Told(
                0,
                new double[] {0.5},
                true,
                List.of(point(10, 5), point(11, 4.5), point(12, 4), point(13, 3), point(27, 2)));
        assertThat(evidence(List.of(dense))).extracting(Evidence::loss).containsExactly(2.0, 2.0, 2.0);
    }

    private static CurvePoint point(int epoch, double loss) {
        return new CurvePoint(epoch, List.of(loss));
    }

    @Test
    void brokenTrialsAreBadAtTheEnd() {
        Told broken = new Told(1, new double[] {0.1}, false, List.of());
        List<Evidence> evidence = evidence(List.of(told(0, 3), broken));
        assertThat(evidence.get(1).loss()).isInfinite();
        assertThat(evidence.get(1).point()[1]).isEqualTo(1);
    }

    @Test
    void divergedLossesDoNotCountAsGains() {
        List<Evidence> evidence = evidence(List.of(told(0, 3, Double.POSITIVE_INFINITY), told(1, 4, 3), told(2, 5)));
        assertThat(evidence.get(4).loss()).isEqualTo(4);
    }

    @Test
    void aimsAtTheHighestLevelThatEnoughReached() {
        List<Told> told = List.of(told(0, 9, 8, 7), told(1, 9, 8), told(2, 9, 8), told(3, 9));
        Levels levels = Levels.of(told, MAX);
        assertThat(levels.target(told, 1)).isEqualTo(9);
        assertThat(levels.target(told, 3)).isEqualTo(3);
        assertThat(levels.target(told, 9)).isEqualTo(1);
    }

    @Test
    void theOnlyEpochIsTheLastOne() {
        assertThat(Levels.of(List.of(), 1).coordinate(1)).isEqualTo(1);
    }
}
