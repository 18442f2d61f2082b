package io.sweepforge.coordinator.spec;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all request bodies have in common. */
final class Body {
    private Body() {}

    static FieldError notAnObject(@Nullable Object tree) {
        return new FieldError("body", "must be a JSON object, was " + Values.show(tree));
    }

    /** An object among the fields, in its order; empty when absent, or when it is something else: that is a mistake. */
    static Map<String, Object> object(FieldReader reader, String name) {
        Object tree = reader.raw(name).orElse(Map.of());
        if (!(tree instanceof Map<?, ?> fields)) {
            reader.error(name, "must be an object, was " + Values.show(tree));
            return Map.of();
        }
        Map<String, Object> object = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            if (value == null) {
                reader.error(name + "." + key, "must not be null; leave it out instead");
            } else {
                object.put(String.valueOf(key), value);
            }
        });
        return object;
    }
}
