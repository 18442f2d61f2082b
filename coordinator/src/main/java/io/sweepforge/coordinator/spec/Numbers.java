package io.sweepforge.coordinator.spec;

import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Values;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbers within bounds. */
final class Numbers {
    private Numbers() {}

    /** An integer field from {@code min} to {@code max}; anything else is a mistake. */
    static Optional<Integer> integer(FieldReader reader, String name, int min, int max) {
        return reader.raw(name).flatMap(given -> {
            OptionalLong number = Values.integer(given);
            if (number.isEmpty() || number.getAsLong() < min || number.getAsLong() > max) {
                reader.error(name, "must be an integer from %d to %d, was %s".formatted(min, max, Values.show(given)));
                return Optional.empty();
            }
            return Optional.of((int) number.getAsLong());
        });
    }
}
