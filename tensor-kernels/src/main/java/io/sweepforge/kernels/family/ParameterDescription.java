package io.sweepforge.kernels.family;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a model family.
 *
 * @param type {@code float}, {@code int} or {@code categorical}
 * @param min smallest accepted value; null when the type is categorical
 * @param max largest accepted value; null when the type is categorical
 * @param values accepted categories; empty unless the type is categorical
 * @param defaultValue what is used when a sweep does not say
 * @param description one sentence with the unit
 */
public record ParameterDescription(
        String name,
        String type,
        @Nullable Double min,
        @Nullable Double max,
        List<String> values,
        Object defaultValue,
        String description) {
    public ParameterDescription {
        values = List.copyOf(values);
    }
}
