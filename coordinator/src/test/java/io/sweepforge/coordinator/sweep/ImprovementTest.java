package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.sweep.Sweeping.NODE;
import static io.sweepforge.coordinator.sweep.Sweeping.NOW;
import static io.sweepforge.coordinator.sweep.Sweeping.completed;
import static io.sweepforge.coordinator.sweep.Sweeping.failed;
import static io.sweepforge.coordinator.sweep.Sweeping.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.SweepSpec.Budget;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.protocol.FailureCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sweeps that end because nothing gets better. */
class ImprovementTest {
    private final Sweeping sweeping = Sweeping.with(Specs.spec(new Budget(100, null, null, null, 2), "none"), 6, 6);

    @Test
    void endsTheSweepAfterSoManyTrialsInARowWithoutImprovement() {
        finish(0, 0.5);
        finish(1, 0.4);
        finish(2, 0.6);
        finish(3, 0.6);
        assertThat(end()).isEqualTo(SweepState.RUNNING);
        finish(4, 0.1);

        assertThat(end()).isEqualTo(SweepState.COMPLETED);
        assertThat(sweeping.sweep().reason()).isEqualTo("The last 2 trials did not improve on trial 2: accuracy 0.6.");
    }

    @Test
    void countsAnImprovementWhenItIsReportedAndNotTheTrialThatMadeIt() {
        finish(0, 0.5);
        finish(1, 0.4);
        sweeping.tell(NODE, reported(5, 1, 1, 1, 0.7));
        finish(2, 0.3);
        sweeping.tell(NODE, completed(5, 1, 2));

        assertThat(sweeping.sweep().improvement().since()).isEqualTo(1);
    }

    @Test
    void forgetsTheValueOfATrialThatDiverged() {
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.9), failed(0, 1, 2, FailureCode.DIVERGED));
        finish(1, 0.2);

        assertThat(sweeping.sweep().improvement().front())
                .extracting(Improvement.Point::number)
                .containsExactly(1);
        assertThat(sweeping.sweep().improvement().since()).isZero();
    }

    @Test
    void saysThatNothingHadAResult() {
        sweeping.tell(NODE, failed(0, 1, 1, FailureCode.DIVERGED), failed(1, 1, 1, FailureCode.DIVERGED));
        end();

        assertThat(sweeping.sweep().reason()).isEqualTo("The last 2 trials had no result.");
    }

    @Test
    void keepsAFrontOfSeveralObjectives() {
        Improvement front = Improvement.NONE
                .seen(0, List.of(1.0, 5.0))
                .seen(1, List.of(5.0, 1.0))
                .seen(2, List.of(3.0, 3.0));
        assertThat(front.front()).hasSize(3);
        Improvement worse = front.seen(3, List.of(3.0, 4.0))
                .seen(4, List.of(3.0, 3.0))
                .ended(3)
                .ended(4);
        assertThat(worse.front()).hasSize(3);
        assertThat(worse.since()).isEqualTo(2);
        Improvement better = worse.seen(5, List.of(2.0, 2.0));

        assertThat(better.front()).extracting(Improvement.Point::number).containsExactly(0, 1, 5);
        assertThat(better.since()).isZero();
        assertThat(better.seen(6, List.of(Double.NaN, 0.5)).by()).isEqualTo(6);
        assertThat(better.seen(6, List.of(Double.NaN, 3.0)).by()).isEqualTo(5);
    }

    @Test
    void survivesASnapshot() {
        finish(0, 0.5);
        finish(1, 0.4);

        assertThat(SweepSnapshot.of(sweeping.sweep()).toSweep().orElseThrow().improvement())
                .isEqualTo(sweeping.sweep().improvement());
    }

    private void finish(int trial, double accuracy) {
        sweeping.tell(NODE, reported(trial, 1, 1, 1, accuracy), completed(trial, 1, 2));
    }

    private SweepState end() {
        return sweeping.on(Ending.events(sweeping.sweep(), Integer.MAX_VALUE, NOW))
                .sweep()
                .state();
    }
}
