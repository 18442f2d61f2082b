package io.sweepforge.search.strategy;

import io.sweepforge.search.Values;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An option that is an integer.
 *
 * @param min the smallest allowed value
 */
public record IntOption(String name, int min, Integer defaultValue, String description) implements OptionDescription {
    @Override
    public Optional<String> problem(Object value) {
        OptionalLong given = Values.integer(value);
        boolean good = given.isPresent() && given.getAsLong() >= min && given.getAsLong() <= Integer.MAX_VALUE;
        return good
                ? Optional.empty()
                : Optional.of("must be an integer of at least %d, was %s".formatted(min, Values.show(value)));
    }

    /** The given value, or the default. */
    public int read(Map<String, Object> options) {
        return (int) Values.integer(options.get(name)).orElse(defaultValue);
    }
}
