package io.sweepforge.coordinator.dataset;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Parsed;
import io.sweepforge.search.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a user says about an upload.
 *
 * @param task {@code classification} or {@code forecasting}
 * @param target the column to predict; null for the last one
 * @param index the column that only counts time; null when there is none
 * @param shape of one row of a classification: [C, H, W], [H, W] or [T, I]; empty to infer it
 */
public record UploadRequest(
        String name,
        String task,
        @Nullable String target,
        @Nullable String index,
        List<Integer> shape) {
    public static final String CLASSIFICATION = "classification";
    public static final String FORECASTING = "forecasting";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{0,5}([x,][1-9]\\d{0,5}){1,2}");

    public UploadRequest {
        shape = List.copyOf(shape);
    }

    /** @param parameters of the query, already known to have no others than these five */
    public static Parsed<UploadRequest> read(Map<String, String> parameters) {
        List<FieldError> errors = new ArrayList<>();
        FieldReader query = new FieldReader("", parameters, errors);
        query.require("name", "a name for the data set, such as ?name=digits");
        query.require("task", "classification or forecasting");
        Optional<String> name = query.text("name");
        name.filter(text -> !NAME.matcher(text).matches())
                .ifPresent(text -> query.error(
                        "name",
                        "must be 1 to 100 of a-z, 0-9, dot, dash and underscore and begin with a letter or digit, was "
                                + Values.show(text)));
        Optional<String> task = query.choice("task", List.of(CLASSIFICATION, FORECASTING));
        List<Integer> shape =
                query.text("shape").map(text -> shape(query, text)).orElse(List.of());
        if (!shape.isEmpty() && task.equals(Optional.of(FORECASTING))) {
            query.error("shape", "is only for a classification; leave it out");
        }
        return errors.isEmpty()
                ? Parsed.of(new UploadRequest(
                        name.orElseThrow(),
                        task.orElseThrow(),
                        parameters.get("target"),
                        parameters.get("index"),
                        shape))
                : Parsed.invalid(errors);
    }

    private static List<Integer> shape(FieldReader query, String text) {
        if (!SHAPE.matcher(text).matches()) {
            query.error("shape", "must be two or three sizes such as 8x8 or 3x32x32, was " + Values.show(text));
            return List.of();
        }
        return Arrays.stream(text.split("[x,]", -1)).map(Integer::valueOf).toList();
    }

    boolean isClassification() {
        return task.equals(CLASSIFICATION);
    }
}
