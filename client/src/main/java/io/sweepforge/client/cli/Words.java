package io.sweepforge.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values as people read them. */
final class Words {
    private static final double FIXED_FROM = 1e-3;
    private static final double FIXED_BELOW = 1e6;

    private Words() {}

    /** Four significant places or so: 0.9833, 12.5, 2.3e-05. */
    static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < FIXED_BELOW) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return size >= FIXED_FROM && size < FIXED_BELOW
                ? String.format(Locale.ROOT, "%.4f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    static String value(JsonNode value) {
        return value.isFloatingPointNumber() ? number(value.asDouble()) : value.asText();
    }

    /** {@code filters=32 learningRate=0.0100}. */
    static String pairs(JsonNode object) {
        List<String> pairs = new ArrayList<>();
        object.fields().forEachRemaining(field -> pairs.add(field.getKey() + "=" + value(field.getValue())));
        return String.join(" ", pairs);
    }

    /** To the second: {@code 2026-11-21T08:54:53Z}. */
    static String time(JsonNode instant) {
        return Instant.parse(instant.asText()).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 40 s}, {@code 3 min}, {@code 2 h 5 min}. */
    static String duration(Duration duration) {
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
