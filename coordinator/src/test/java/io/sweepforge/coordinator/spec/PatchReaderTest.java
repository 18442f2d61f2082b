package io.sweepforge.coordinator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.Sweeps.SweepPatch;
import io.sweepforge.search.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatchReaderTest {
    @Test
    void readsWhatIsToBeChanged() {
        Map<String, Object> space = Map.of("filters", Map.of("type", "int", "min", 8, "max", 64));

        SweepPatch patch = PatchReader.read(Map.of(
                        "budget",
                        Map.of(
                                "maxTrials",
                                100,
                                "maxDuration",
                                "PT2H",
                                "target",
                                0.5,
                                "maxTrialsWithoutImprovement",
                                9),
                        "priority",
                        -3,
                        "space",
                        space))
                .get();

        assertThat(patch)
                .isEqualTo(new SweepPatch(
                        Optional.of(100),
                        Optional.of(Duration.ofHours(2)),
                        Optional.empty(),
                        Optional.of(0.5),
                        Optional.of(9),
                        Optional.of(-3),
                        Optional.of(space)));
    }

    @Test
    void listsEveryMistake() {
        assertThat(PatchReader.read(
                                Map.of("budgte", 1, "priority", "high", "budget", Map.of("maxTrials", 0), "space", 3))
                        .errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("budgte", "priority", "budget.maxTrials", "space");
        assertThat(PatchReader.read(Map.of()).errors())
                .extracting(FieldError::field)
                .containsExactly("body");
        assertThat(PatchReader.read(List.of()).errors())
                .extracting(FieldError::field)
                .containsExactly("body");
    }
}
