package io.sweepforge.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static final int POINTS = MadeUpCurves.POINTS;
    private static final int EPOCHS = MadeUpCurves.EPOCHS;

    private final MadeUpCurves curves = new MadeUpCurves();

    private SweepResult run(String contender, int trials) {
        return new Sweep(curves, Contender.parse(contender), 3, trials, 4).run(Integer.MAX_VALUE);
    }

    @Test
    void trainsEveryEpochWithoutAScheduler() {
        SweepResult result = run("grid+none", POINTS);

        assertThat(result.trials()).isEqualTo(POINTS);
        assertThat(result.epochs()).isEqualTo(191 * EPOCHS + 9 * 3);
        assertThat(result.best()).isEqualTo(-0.9);
        assertThat(result.epochsTo(-0.9)).isBetween(70.0 * EPOCHS, 80.0 * EPOCHS);
        assertThat(result.epochsTo(-0.91)).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(strings = {"random+asha", "random+asha:mode=stopping", "tpe+asha:reductionFactor=2"})
    void savesEpochsByStopping(String contender) {
        SweepResult result = run(contender, 60);

        assertThat(result.trials()).isEqualTo(60);
        assertThat(result.epochs()).isLessThan(60 * EPOCHS / 2);
        assertThat(result.best()).isLessThan(-0.8);
    }

    @Test
    void answersTheSameAgain() {
        assertThat(run("tpe+asha", 40)).isEqualTo(run("tpe+asha", 40));
    }

    @Test
    void stopsWhenTheEpochsAreSpent() {
        SweepResult result = new Sweep(curves, Contender.RANDOM, 1, POINTS, 4).run(50);
        assertThat(result.epochs()).isBetween(50, 53);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 200, Integer.MAX_VALUE})
    void closesEveryCurve(int epochs) {
        new Sweep(curves, Contender.PLAIN_ASHA, 1, 60, 4).run(epochs);
        assertThat(curves.open()).isZero();
    }

    @Test
    void countsEpochsAsSharesOfTheBaselines() {
        CurveRace race = new CurveRace(List.of(curves, curves, curves), 4);
        CurveRace.Row random = race.row("random+none");
        CurveRace.Row asha = race.row("random+asha");

        assertThat(random.contender()).isEqualTo("random+none");
        assertThat(random.shareOfRandom()).isBetween(0.0, 1.0);
        assertThat(asha.toRandom()).isLessThan(random.toRandom());
        assertThat(asha.best()).isBetween(0.85, 0.9);
    }

    @Test
    void refusesAContenderThatIsNoPair() {
        assertThatThrownBy(() -> Contender.parse("tpe")).hasMessageContaining("SAMPLER+SCHEDULER");
        assertThatThrownBy(() -> Contender.parse("tpe+asha:minEpochs")).hasMessageContaining(":OPTION=VALUE");
        assertThat(Contender.parse("tpe+asha:minEpochs=3:mode=promotion"))
                .hasToString("tpe+asha:minEpochs=3:mode=promotion");
    }
}
