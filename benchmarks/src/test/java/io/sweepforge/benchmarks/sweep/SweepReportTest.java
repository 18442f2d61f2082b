package io.sweepforge.benchmarks.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.benchmarks.sweep.Timeline.Point;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepReportTest {
    /** Searches that all come to the same, after so many seconds each. */
    private static List<Timeline> searches(double... seconds) {
        return Arrays.stream(seconds)
                .mapToObj(end -> new Timeline("any", true, List.of(new Point(end, 0.9))))
                .toList();
    }

    @Test
    void everySearchRacesWithEveryOneOfThePeers() {
        List<RaceResult> races = new Searches("any", searches(1, 2), searches(4, 8)).races();
        assertThat(races).map(RaceResult::ratio).containsExactly(4.0, 8.0, 2.0, 4.0);
        assertThat(races).map(RaceResult::isOfOneSeed).containsExactly(true, false, false, true);
    }

    @Test
    void everySweepCountsTheSameHoweverManyRacesItHas() {
        SweepReport report = new SweepReport(List.of(
                new Searches("a", searches(1, 1), searches(2, 8)), new Searches("b", searches(1), searches(9))));
        assertThat(report.verdict()).isEqualTo("a 4.00 b 9.00 all 6.00");
    }
}
