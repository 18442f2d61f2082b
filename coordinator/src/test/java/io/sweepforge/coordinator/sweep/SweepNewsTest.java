package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.sweep.Sweeping.NODE;
import static io.sweepforge.coordinator.sweep.Sweeping.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepNewsTest {
    private final Sweeping sweeping = Sweeping.with(Specs.trials(1), 1, 1);

    @Test
    void tellsWhatBegins() {
        SweepEvent created = Commands.create("s", Specs.trials(4), NOW).get(0);

        assertThat(after(created))
                .contains("Sweep s (test) begins: up to 1 trials of family on digits, sampler random, scheduler none");
    }

    @Test
    void tellsWhyASweepIsPausedAndThatItGoesOn() {
        assertThat(after(new SweepEvent.SweepPaused("Data set digits is missing.", NOW)))
                .contains("Sweep s (test) is paused: Data set digits is missing.");
        assertThat(after(new SweepEvent.SweepResumed(NOW))).contains("Sweep s (test) is resumed");
    }

    @Test
    void tellsHowASweepEndedAndWhatWasBest() {
        sweeping.tell(NODE, Sweeping.reported(0, 1, 1, 1, 0.1234567), Sweeping.completed(0, 1, 2));
        List<SweepEvent> end = Ending.events(sweeping.sweep(), Integer.MAX_VALUE, NOW);
        sweeping.on(end);

        assertThat(after(end.get(0)))
                .contains("Sweep s (test) completed: All 1 trials of the budget are done."
                        + " Best is trial 0: accuracy 0.12346");
    }

    @Test
    void saysNothingAboutSingleTrials() {
        assertThat(after(new SweepEvent.TrialPromoted(0, 3, "best", NOW))).isEmpty();
    }

    private Optional<String> after(SweepEvent event) {
        return SweepNews.of(sweeping.sweep(), event);
    }
}
