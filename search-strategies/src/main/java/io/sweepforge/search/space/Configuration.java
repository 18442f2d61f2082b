package io.sweepforge.search.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One point of a search space: a value for each active parameter, in the order of the space. Inactive parameters (whose
 * condition does not hold) are absent. Values are {@link Double} for floats, {@link Long} for integers, and
 * {@link String}, {@link Boolean}, {@link Long} or {@link Double} for categories.
 */
public record Configuration(Map<String, Object> values) {
    public Configuration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
