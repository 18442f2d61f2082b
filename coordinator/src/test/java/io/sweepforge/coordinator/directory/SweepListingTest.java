package io.sweepforge.coordinator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.Page;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.Sweeps.Label;
import io.sweepforge.coordinator.api.Sweeps.SweepQuery;
import io.sweepforge.coordinator.directory.DirectoryEvent.SweepRegistered;
import io.sweepforge.coordinator.sweep.Specs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepListingTest {
    private final List<SweepView> sweeps = new ArrayList<>();

    SweepListingTest() {
        for (int i = 0; i < 5; i++) {
            // Two of them at the same time.
            Instant at = Instant.EPOCH.plusNanos(i / 2 + 1);
            sweeps.add(Catalogue.begun(new SweepRegistered("id" + i, Specs.trials(1), null, at)));
        }
    }

    @Test
    void pagesFromTheNewestToTheOldestWithoutGapOrRepetition() {
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<SweepView> page = SweepListing.page(sweeps, query(Optional.empty(), Optional.empty(), cursor));
            page.items().forEach(sweep -> seen.add(sweep.id()));
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());

        assertThat(seen).containsExactly("id4", "id3", "id2", "id1", "id0");
    }

    @Test
    void filtersByStateNameAndLabel() {
        assertThat(found(query(Optional.of(SweepState.RUNNING), Optional.of("TES"), Optional.empty())))
                .hasSize(2);
        assertThat(found(query(Optional.of(SweepState.PAUSED), Optional.empty(), Optional.empty())))
                .isEmpty();
        SweepQuery label = new SweepQuery(
                Optional.empty(), Optional.empty(), Optional.of(new Label("team", "audio")), 2, Optional.empty());
        assertThat(found(label)).isEmpty();
    }

    private List<SweepView> found(SweepQuery query) {
        return SweepListing.page(sweeps, query).items();
    }

    private static SweepQuery query(Optional<SweepState> state, Optional<String> name, Optional<String> cursor) {
        return new SweepQuery(state, name, Optional.empty(), 2, cursor);
    }
}
