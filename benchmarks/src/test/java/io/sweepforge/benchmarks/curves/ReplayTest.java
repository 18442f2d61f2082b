package io.sweepforge.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.search.Objective;
import io.sweepforge.search.Objective.Goal;
import io.sweepforge.search.space.SpaceParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final int POINTS = 200;
    private static final int EPOCHS = 9;
    private static final CurveTable TABLE = table();

    /** Accuracy grows towards its limit, which is the larger the nearer x is to 70; beyond 190 training diverges. */
    private static CurveTable table() {
        CurveStudy study = new CurveStudy(
                "made-up",
                "none",
                Map.of(),
                SpaceParser.parse(Map.of("x", Map.of("type", "int", "min", 0, "max", POINTS - 1)), null, null)
                        .get()
                        .space(),
                EPOCHS,
                new Objective("accuracy", Goal.MAXIMIZE));
        List<String> lines = new ArrayList<>(List.of("# made up", CurveTable.header(study)));
        for (int x = 0; x < POINTS; x++) {
            StringBuilder line = new StringBuilder(String.valueOf(x));
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                line.append(',').append(x > 190 && epoch > 2 ? "NaN" : limit(x) * epoch / (epoch + 1.0));
            }
            lines.add(line.toString());
        }
        return new CurveTable(study, lines);
    }

    private static double limit(int x) {
        return 1 - Math.abs(x - 70) / 200.0;
    }

    private static ReplayResult replay(String contender, int trials) {
        return new Replay(TABLE, Contender.parse(contender), 3, trials, 4).run(Integer.MAX_VALUE);
    }

    @Test
    void trainsEveryEpochWithoutAScheduler() {
        ReplayResult result = replay("grid+none", POINTS);

        assertThat(result.trials()).isEqualTo(POINTS);
        assertThat(result.epochs()).isEqualTo(191 * EPOCHS + 9 * 3);
        assertThat(result.best()).isEqualTo(-0.9);
        assertThat(result.epochsTo(-0.9)).isBetween(70.0 * EPOCHS, 80.0 * EPOCHS);
        assertThat(result.epochsTo(-0.91)).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(strings = {"random+asha", "random+asha:mode=promotion", "tpe+asha:reductionFactor=2"})
    void savesEpochsByStopping(String contender) {
        ReplayResult result = replay(contender, 60);

        assertThat(result.trials()).isEqualTo(60);
        assertThat(result.epochs()).isLessThan(60 * EPOCHS / 2);
        assertThat(result.best()).isLessThan(-0.8);
    }

    @Test
    void answersTheSameAgain() {
        assertThat(replay("tpe+asha", 40)).isEqualTo(replay("tpe+asha", 40));
    }

    @Test
    void stopsWhenTheEpochsAreSpent() {
        ReplayResult result = new Replay(TABLE, Contender.RANDOM, 1, POINTS, 4).run(50);
        assertThat(result.epochs()).isBetween(50, 53);
    }

    @Test
    void refusesAContenderThatIsNoPair() {
        assertThatThrownBy(() -> Contender.parse("tpe")).hasMessageContaining("SAMPLER+SCHEDULER");
        assertThatThrownBy(() -> Contender.parse("tpe+asha:minEpochs")).hasMessageContaining(":OPTION=VALUE");
        assertThat(Contender.parse("tpe+asha:minEpochs=3:mode=promotion"))
                .hasToString("tpe+asha:minEpochs=3:mode=promotion");
    }
}
