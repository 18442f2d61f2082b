package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.sweep.Sweeping.NODE;
import static io.sweepforge.coordinator.sweep.Sweeping.NOW;
import static io.sweepforge.coordinator.sweep.Sweeping.completed;
import static io.sweepforge.coordinator.sweep.Sweeping.failed;
import static io.sweepforge.coordinator.sweep.Sweeping.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.SweepSpec.Budget;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.protocol.FailureCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndingTest {
    @Test
    void endsWhenAllTrialsAreDone() {
        Sweeping sweeping = Sweeping.with(Specs.trials(2), 2, 2);
        sweeping.tell(NODE, completed(0, 1, 1));
        assertThat(Ending.events(sweeping.sweep(), Integer.MAX_VALUE, NOW)).isEmpty();
        sweeping.tell(NODE, completed(1, 1, 1));

        Sweep end = ended(sweeping, NOW);
        assertThat(end.state()).isEqualTo(SweepState.COMPLETED);
        assertThat(end.reason()).isEqualTo("All 2 trials of the budget are done.");
    }

    @Test
    void endsWhenTheSpaceIsExhausted() {
        Sweeping sweeping = Sweeping.with(Specs.trials(100), 1, 1);
        sweeping.tell(NODE, completed(0, 1, 1));
        assertThat(Ending.events(sweeping.sweep(), Integer.MAX_VALUE, NOW)).isEmpty();
        sweeping.on(new SweepEvent.SpaceExhausted(NOW));

        assertThat(ended(sweeping, NOW).reason()).contains("Every point");
    }

    @Test
    void endsOnceTheTargetIsReachedAndCancelsWhatRuns() {
        Sweeping sweeping = Sweeping.with(Specs.spec(new Budget(10, null, null, 0.9, null), "none"), 3, 2);
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.89));
        assertThat(Ending.events(sweeping.sweep(), Integer.MAX_VALUE, NOW)).isEmpty();
        sweeping.tell(NODE, reported(1, 1, 1, 1, 0.95));

        Sweep end = ended(sweeping, NOW);
        assertThat(end.reason()).isEqualTo("Trial 1 reached the target: accuracy is 0.95.");
        assertThat(end.trials().count(TrialState.CANCELLED)).isEqualTo(3);
        assertThat(end.trials().best().orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void endsWhenTheTimeIsOver() {
        Duration limit = Duration.ofMinutes(10);
        Sweeping sweeping = Sweeping.with(Specs.spec(new Budget(10, limit, null, null, null), "none"), 1, 1);

        assertThat(Ending.events(
                        sweeping.sweep(), Integer.MAX_VALUE, NOW.plus(limit).minusMillis(1)))
                .isEmpty();
        assertThat(ended(sweeping, NOW.plus(limit)).reason()).contains("PT10M");
    }

    @Test
    void failsWhenNoTrialSucceeded() {
        Sweeping sweeping = Sweeping.with(Specs.trials(1), 1, 1);
        sweeping.tell(NODE, failed(0, 1, 1, FailureCode.INVALID_PARAMETERS));

        Sweep end = ended(sweeping, NOW);
        assertThat(end.state()).isEqualTo(SweepState.FAILED);
        assertThat(end.reason()).contains("It broke.");
    }

    private static Sweep ended(Sweeping sweeping, Instant now) {
        return sweeping.on(Ending.events(sweeping.sweep(), Integer.MAX_VALUE, now))
                .sweep();
    }
}
