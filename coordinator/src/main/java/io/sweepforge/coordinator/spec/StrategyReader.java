package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.SweepSpec.Strategy;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code sampler} and {@code scheduler}: a kind with its options beside it. */
final class StrategyReader {
    private final List<FieldError> errors;

    StrategyReader(List<FieldError> errors) {
        this.errors = errors;
    }

    /** @return empty when the kind cannot be read; whether it can serve the sweep is asked elsewhere */
    Optional<Strategy> read(FieldReader body, String field, String defaultKind) {
        Optional<Object> tree = body.raw(field);
        if (tree.isEmpty()) {
            return Optional.of(new Strategy(defaultKind, Map.of()));
        }
        return FieldReader.of(field, tree.get(), errors).flatMap(reader -> {
            reader.require("kind", "one of those that GET /api/v1/" + field + "s lists");
            Map<String, Object> options = new LinkedHashMap<>(Body.object(body, field));
            options.remove("kind");
            return reader.text("kind").map(kind -> new Strategy(kind, options));
        });
    }
}
