package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.sweep.Sweeping.NODE;
import static io.sweepforge.coordinator.sweep.Sweeping.completed;
import static io.sweepforge.coordinator.sweep.Sweeping.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.Sweeps.TrialOrder;
import io.sweepforge.coordinator.api.Sweeps.TrialQuery;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.api.TrialView;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrialsTest {
    @Test
    void keepsItsIndexesInStepWithTheTrials() {
        long seed = 42;
        Random random = new Random(seed);
        Sweeping sweeping = Sweeping.with(Specs.trials(50), 50, 50);
        for (int i = 0; i < 50; i++) {
            sweeping.tell(NODE, reported(i, 1, 1, 1, random.nextDouble()));
            if (random.nextBoolean()) {
                sweeping.tell(NODE, completed(i, 1, 2));
            }
        }
        Trials kept = sweeping.sweep().trials();
        Trials rebuilt = Trials.of(sweeping.sweep().objectives().get(0), kept.all());

        assertThat(kept.counts()).as("seed %d", seed).isEqualTo(rebuilt.counts());
        assertThat(kept.ranking()).containsExactlyElementsOf(rebuilt.ranking());
        assertThat(kept.running()).containsExactlyElementsOf(rebuilt.running());
        assertThat(kept.ranking()).hasSize(50);
    }

    @Test
    void listsByValueWithoutAGapBetweenPages() {
        Sweeping sweeping = Sweeping.with(Specs.trials(4), 4, 3);
        sweeping.tell(NODE, reported(0, 1, 1, 1, 0.2), reported(1, 1, 1, 1, 0.9), reported(2, 1, 1, 1, 0.5));

        var first = TrialListing.page(sweeping.sweep(), query(Optional.empty()), Sweeping.NOW);
        var second = TrialListing.page(sweeping.sweep(), query(Optional.ofNullable(first.next())), Sweeping.NOW);

        assertThat(first.items()).extracting(TrialView::number).containsExactly(1, 2);
        assertThat(second.items()).extracting(TrialView::number).containsExactly(0, 3);
        assertThat(second.next()).isNull();
        assertThat(second.items().get(1).state()).isEqualTo(TrialState.PENDING);
    }

    private static TrialQuery query(Optional<String> cursor) {
        return new TrialQuery(Optional.empty(), TrialOrder.VALUE, true, 2, cursor);
    }
}
