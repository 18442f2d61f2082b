package io.sweepforge.search.strategy;

import io.sweepforge.search.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An option that is one of several words. */
public record ChoiceOption(String name, List<String> choices, String defaultValue, String description)
        implements OptionDescription {
    public ChoiceOption {
        choices = List.copyOf(choices);
    }

    @Override
    public Optional<String> problem(Object value) {
        return choices.contains(value)
                ? Optional.empty()
                : Optional.of("must be one of %s, was %s".formatted(Values.showAll(choices), Values.show(value)));
    }

    /** The given word, or the default. */
    public String read(Map<String, Object> options) {
        return (String) options.getOrDefault(name, defaultValue);
    }
}
