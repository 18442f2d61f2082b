package io.sweepforge.coordinator.spec;

import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Parsed;
import io.sweepforge.search.space.SpaceParser;
import io.sweepforge.search.space.SpaceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code space}, {@code constraints} and {@code seedTrials} and holds them against the family. */
final class SpaceReader {
    private final TrialReader.Part trial;
    private final List<FieldError> errors;

    SpaceReader(TrialReader.Part trial, List<FieldError> errors) {
        this.trial = trial;
        this.errors = errors;
    }

    /** Empty when the space has mistakes, or when it would be the default of an unknown family. */
    Optional<SpaceSpec> read(FieldReader body) {
        Optional<Object> given = body.raw("space").or(this::defaultSpace);
        int before = errors.size();
        if (given.orElse(Map.of()) instanceof Map<?, ?> parameters) {
            parameters.forEach((name, range) -> check(String.valueOf(name), range));
        }
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Parsed<SpaceSpec> parsed = SpaceParser.parse(
                given.get(),
                body.raw("constraints").orElse(null),
                body.raw("seedTrials").orElse(null));
        errors.addAll(parsed.errors());
        return errors.size() == before ? parsed.value() : Optional.empty();
    }

    /** The family's own, without what is fixed. */
    private Optional<Object> defaultSpace() {
        return trial.family().map(FamilyDescription::defaultSpace).map(space -> {
            Map<String, Object> open = new LinkedHashMap<>(space);
            open.keySet().removeAll(trial.fixed().keySet());
            return open;
        });
    }

    private void check(String name, Object range) {
        if (trial.fixed().containsKey(name)) {
            errors.add(new FieldError(
                    "space." + name, "is both fixed and searched; remove it from trial.fixed or from space"));
        }
        trial.family().ifPresent(family -> errors.addAll(new FamilyParameters(family).rangeProblems(name, range)));
    }
}
