package io.sweepforge.benchmarks.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.benchmarks.sweep.RaceResult.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepReportTest {
    private static RaceResult race(String sweep, long seed, double ratio) {
        return new RaceResult(
                sweep, 0.9, new Side(seed, "ours", 0.9, 10, 20, 5), new Side(seed, "theirs", 0.9, 10 * ratio, 200, 5));
    }

    @Test
    void everySweepCountsTheSameHoweverManyRacesItHas() {
        SweepReport report = new SweepReport(List.of(race("a", 0, 2), race("a", 1, 8), race("b", 0, 9)));
        assertThat(report.verdict()).isEqualTo("a 4.00 b 9.00 all 6.00");
    }
}
