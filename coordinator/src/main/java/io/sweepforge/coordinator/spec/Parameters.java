package io.sweepforge.coordinator.spec;

import io.sweepforge.search.space.Configuration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trial's parameters as search strategies know them. */
public final class Parameters {
    private Parameters() {}

    /** Small integers come out of the database as {@link Integer}. */
    public static Configuration configuration(Map<String, Object> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, value) ->
                values.put(name, value instanceof Integer integer ? (Object) integer.longValue() : value));
        return new Configuration(values);
    }
}
