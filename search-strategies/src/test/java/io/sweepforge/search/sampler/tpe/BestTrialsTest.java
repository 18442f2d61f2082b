package io.sweepforge.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.CurvePoint;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestTrialsTest {
    private static final Configuration ANY = new Configuration(Map.of());

    private static Observation completed(int number, double... losses) {
        return finished(number, Outcome.COMPLETED, 9, List.of(), losses);
    }

    private static Observation finished(
            int number, Outcome outcome, int epoch, List<CurvePoint> curve, double... losses) {
        List<Double> last =
                IntStream.range(0, losses.length).mapToObj(i -> losses[i]).toList();
        return Observation.of(new FinishedTrial(number, ANY, outcome, last, epoch, curve));
    }

    private static CurvePoint at(int epoch, double loss) {
        return new CurvePoint(epoch, List.of(loss));
    }

    private static List<Integer> best(int count, Observation... trials) {
        return BestTrials.of(List.of(trials), count, count).stream()
                .map(Observation::number)
                .toList();
    }

    @Test
    void ranksByLossAndEqualOnesByNumber() {
        assertThat(best(3, completed(0, 5), completed(1, 1), completed(2, 3), completed(3, 1)))
                .containsExactly(1, 3, 2);
    }

    @Test
    void leavesOutWhatHasNoNumber() {
        Observation infeasible = finished(2, Outcome.INFEASIBLE, 0, List.of(), 0);
        Observation early = finished(3, Outcome.PRUNED, 0, List.of());
        assertThat(best(4, completed(0, 5), completed(1, Double.NaN), infeasible, early))
                .containsExactly(0);
    }

    @Test
    void trialsThatCameFartherAreBetter() {
        Observation first = finished(0, Outcome.PRUNED, 1, List.of(at(1, 0.1)), 0.1);
        Observation third = finished(1, Outcome.PRUNED, 3, List.of(at(1, 0.5), at(3, 0.4)), 0.4);
        assertThat(best(2, first, third, completed(2, 0.9))).containsExactly(1, 2);
    }

    @Test
    void comparesAtTheLastEpochThatEnoughReached() {
        Observation lucky = finished(0, Outcome.COMPLETED, 9, List.of(at(1, 0.9), at(3, 0.8)), 0.7);
        Observation good = finished(1, Outcome.PRUNED, 3, List.of(at(1, 0.5), at(3, 0.2)), 0.2);
        Observation middling = finished(2, Outcome.PRUNED, 3, List.of(at(1, 0.4), at(3, 0.3)), 0.3);
        Observation early = finished(3, Outcome.PRUNED, 1, List.of(at(1, 0.1)), 0.1);
        assertThat(best(2, lucky, good, middling, early)).containsExactly(1, 2);
        assertThat(best(4, lucky, good, middling, early)).containsExactly(3, 2, 1, 0);
    }

    @Test
    void givesMoreThanEnoughWhenMoreCanBeCompared() {
        Observation worst = finished(0, Outcome.COMPLETED, 9, List.of(at(3, 0.9)), 0.9);
        Observation middling = finished(1, Outcome.PRUNED, 3, List.of(at(3, 0.3)), 0.3);
        Observation good = finished(2, Outcome.PRUNED, 3, List.of(at(3, 0.2)), 0.2);
        Observation early = finished(3, Outcome.PRUNED, 1, List.of(at(1, 0.1)), 0.1);
        assertThat(BestTrials.of(List.of(worst, middling, good, early), 2, 9))
                .extracting(Observation::number)
                .containsExactly(2, 1, 0);
    }

    @Test
    void takesTheLastRungBeforeAnEpochWithoutComparison() {
        Observation trial = finished(0, Outcome.PRUNED, 9, List.of(at(1, 0.9), at(3, 0.8)), 0.7);
        assertThat(trial.lossesAt(5)).containsExactly(0.8);
        assertThat(completed(1, 0.4).lossesAt(5)).containsExactly(0.4);
    }

    @Test
    void runningTrialsCountByWhatTheyReported() {
        Observation waiting = Observation.of(new ActiveTrial(7, ANY));
        Observation paused = Observation.of(new ActiveTrial(8, ANY, List.of(at(1, 0.3), at(3, 0.2))));
        assertThat(waiting.hasLosses()).isFalse();
        assertThat(paused.reached()).isEqualTo(3);
        assertThat(paused.losses()).containsExactly(0.2);
    }

    @Test
    void severalObjectivesGoByFrontsAndTheLeastCrowdedFirst() {
        List<Observation> trials = new ArrayList<>(List.of(
                completed(0, 0.0, 1.0),
                completed(1, 1.0, 0.0),
                completed(2, 0.5, 0.5),
                completed(3, 0.49, 0.52),
                completed(4, 0.9, 0.9),
                completed(5, 2.0, 2.0)));
        assertThat(BestTrials.of(trials, 5, 5)).extracting(Observation::number).containsExactly(0, 1, 2, 3, 4);
    }
}
