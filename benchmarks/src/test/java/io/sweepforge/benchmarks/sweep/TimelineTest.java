package io.sweepforge.benchmarks.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.benchmarks.sweep.Timeline.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static Timeline accuracies(Point... points) {
        return new Timeline("any", true, List.of(points));
    }

    private static RaceResult race(Timeline ours, Timeline peers) {
        return new Searches("any", List.of(ours), List.of(peers)).races().get(0);
    }

    @Test
    void bothAreMeasuredByWhatTheWorseOneReached() {
        Timeline ours = accuracies(new Point(1, 0.7), new Point(2, 0.9), new Point(4, 0.95));
        Timeline peers = accuracies(new Point(3, 0.6), new Point(6, 0.9));
        RaceResult race = race(ours, peers);
        assertThat(race.target()).isEqualTo(0.9);
        assertThat(race.ratio()).isEqualTo(3);
    }

    @Test
    void takesTheFirstReportThatIsGoodEnoughWhateverTheOrder() {
        Timeline errors =
                new Timeline("any", false, List.of(new Point(9, 0.1), new Point(5, 0.2), new Point(7, Double.NaN)));
        assertThat(errors.secondsTo(0.2)).hasValue(5);
        assertThat(errors.secondsTo(0.05)).isEmpty();
        assertThat(errors.best()).isEqualTo(0.1);
    }

    @Test
    void countsEpochsOfBothSides() {
        Timeline ours = accuracies(new Point(1, 0.5), new Point(2, 0.5));
        Timeline peers = accuracies(new Point(4, 0.5));
        assertThat(race(ours, peers).throughputRatio()).isEqualTo(4);
    }
}
