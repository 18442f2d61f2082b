package io.sweepforge.coordinator.spec;

import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code labels}: short texts by short names. */
final class LabelsReader {
    private static final int MOST = 50;
    private static final int LONGEST = 200;

    private LabelsReader() {}

    static Map<String, String> read(FieldReader body) {
        Map<String, Object> given = Body.object(body, "labels");
        if (given.size() > MOST) {
            body.error("labels", "must be at most %d, were %d".formatted(MOST, given.size()));
        }
        Map<String, String> labels = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (name.isEmpty() || name.contains(":") || name.length() > LONGEST) {
                body.error("labels." + name, "must be named by 1 to " + LONGEST + " characters without a colon");
            }
            if (value instanceof String text && text.length() <= LONGEST) {
                labels.put(name, text);
            } else {
                body.error(
                        "labels." + name,
                        "must be a text of at most %d characters, was %s".formatted(LONGEST, Values.show(value)));
            }
        });
        return labels;
    }
}
