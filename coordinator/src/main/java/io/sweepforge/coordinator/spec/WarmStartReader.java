package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.SweepSpec.WarmStart;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code warmStart}. Whether these sweeps exist and are of use is asked elsewhere. */
final class WarmStartReader {
    private static final int MOST_SWEEPS = 10;
    private static final String SWEEPS = "sweeps";

    private WarmStartReader() {}

    static Optional<WarmStart> read(FieldReader body, List<FieldError> errors) {
        return body.raw("warmStart")
                .flatMap(tree -> FieldReader.of("warmStart", tree, errors))
                .map(reader -> {
                    reader.allowOnly(List.of(SWEEPS));
                    reader.require(SWEEPS, "the ids of earlier sweeps");
                    return new WarmStart(reader.list(SWEEPS)
                            .map(given -> sweeps(reader, given))
                            .orElse(List.of()));
                });
    }

    private static List<String> sweeps(FieldReader reader, List<Object> given) {
        if (given.isEmpty() || given.size() > MOST_SWEEPS) {
            reader.error(SWEEPS, "must name 1 to %d sweeps, had %d".formatted(MOST_SWEEPS, given.size()));
        }
        List<String> sweeps = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String place = SWEEPS + "[" + i + "]";
            if (!(given.get(i) instanceof String id) || id.isBlank()) {
                reader.error(place, "must be the id of a sweep, was " + Values.show(given.get(i)));
            } else if (sweeps.contains(id)) {
                reader.error(place, "is named twice");
            } else {
                sweeps.add(id);
            }
        }
        return sweeps;
    }
}
