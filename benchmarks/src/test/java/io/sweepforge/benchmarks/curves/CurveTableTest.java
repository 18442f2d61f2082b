package io.sweepforge.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.search.sampler.support.GridWalk;
import io.sweepforge.search.space.Configuration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurveTableTest {
    static List<CurveStudy> studies() {
        return CurveStudy.all();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void holdsACurveOfEveryConfiguration(CurveStudy study) {
        CurveTable table = CurveTable.recorded(study);
        for (Configuration point : GridWalk.points(study.space(), 1_000).orElseThrow()) {
            assertThat(table.losses(point)).hasSize(study.epochs());
        }
    }

    @Test
    void refusesAConfigurationThatWasNotRecorded() {
        CurveTable table = CurveTable.recorded(CurveStudy.mnist());
        assertThatThrownBy(() -> table.losses(new Configuration(Map.of("filters", 9L))))
                .hasMessageContaining("mnist-conv has no curve of");
    }

    @Test
    void anExponentStandsForThePowerOfTen() {
        Configuration configuration = new Configuration(Map.of("learningRateExponent", -2.0, "filters", 5L));
        assertThat(CurveStudy.mnist().parameters(configuration))
                .containsEntry("learningRate", 0.01)
                .containsEntry("filters", 5L)
                .containsEntry("convLayers", 1)
                .doesNotContainKey("learningRateExponent");
    }

    @Test
    void showsWhatItReads() {
        CurveStudy study = CurveStudy.mnist();
        Configuration point =
                GridWalk.points(study.space(), 1_000).orElseThrow().get(7);
        double[] metrics = {0.1, 0.25, 0.5, 0.6, 0.7, 0.8, 0.81, 0.82, Double.NaN};
        CurveTable table = new CurveTable(study, List.of(CurveTable.header(study), CurveTable.line(point, metrics)));

        assertThat(table.losses(point)).containsExactly(-0.1, -0.25, -0.5, -0.6, -0.7, -0.8, -0.81, -0.82, Double.NaN);
    }

    @Test
    void racesOverTheRecordedCurves() {
        List<CurveRace.Row> rows = new CurveRace(3, 4).rows("mnist-conv", List.of("random+none", "random+asha"));

        assertThat(rows).extracting(CurveRace.Row::contender).containsExactly("random+none", "random+asha");
        assertThat(rows.get(0).shareOfRandom()).isLessThanOrEqualTo(1);
        assertThat(rows.get(1).best()).isBetween(0.9, 1.0);
    }
}
