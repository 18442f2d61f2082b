package io.sweepforge.coordinator.spec;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body that adds one trial: {@code {"parameters": {...}}}. Whether they suit the sweep, the sweep says. */
public final class TrialRequest {
    private TrialRequest() {}

    /** @param tree the body as a JSON reader yields it */
    public static Parsed<Map<String, Object>> read(@Nullable Object tree) {
        List<FieldError> errors = new ArrayList<>();
        if (!(tree instanceof Map<?, ?> fields)) {
            return Parsed.invalid(List.of(Body.notAnObject(tree)));
        }
        FieldReader body = new FieldReader("", fields, errors);
        body.allowOnly(List.of("parameters"));
        body.require("parameters", "the trial's values by parameter, such as {\"learningRate\": 0.01}");
        Map<String, Object> parameters = Body.object(body, "parameters");
        return errors.isEmpty() ? Parsed.of(parameters) : Parsed.invalid(errors);
    }
}
