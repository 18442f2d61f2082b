package io.sweepforge.coordinator.http;

import akka.http.javadsl.model.HttpRequest;
import akka.japi.Pair;
import io.sweepforge.search.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parameters of a URL, checked; every refusal is a {@link ProblemException} that names the parameter. */
record Query(Map<String, String> values) {
    private static final int DEFAULT_LIMIT = 100;
    static final int LARGEST_LIMIT = 1_000;
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_.:=-]{1,200}");

    static Query of(HttpRequest request, List<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Pair<String, String> parameter : request.getUri().query().toList()) {
            String name = parameter.first();
            if (!known.contains(name)) {
                throw refuse(name, "is not known here; " + NearestName.hint(name, known));
            }
            if (values.put(name, parameter.second()) != null) {
                throw refuse(name, "is given twice");
            }
        }
        return new Query(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** How many items a page may have. */
    int limit() {
        return text("limit").map(Query::checkedLimit).orElse(DEFAULT_LIMIT);
    }

    private static int checkedLimit(String text) {
        boolean small = text.matches("\\d{1,4}");
        if (!small || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LARGEST_LIMIT) {
            throw refuse("limit", "must be an integer from 1 to " + LARGEST_LIMIT + ", was \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** Where the page begins. */
    Optional<String> cursor() {
        text("cursor").filter(text -> !CURSOR.matcher(text).matches()).ifPresent(text -> {
            throw badCursor(text);
        });
        return text("cursor");
    }

    /** Where the page begins, in lists whose cursor is a number of items. */
    Optional<Integer> position() {
        return cursor().map(text -> {
            try {
                return Integer.parseUnsignedInt(text);
            } catch (NumberFormatException e) {
                throw badCursor(text);
            }
        });
    }

    private static ProblemException badCursor(String text) {
        return refuse("cursor", "must be the \"next\" of the page before, was \"" + text + "\"");
    }

    /** One of the names of an enum, in lower case. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> label(constant).equals(text))
                        .findFirst()
                        .orElseThrow(() -> refuse(name, "must be one of " + labels(type) + ", was \"" + text + "\"")));
    }

    private static String labels(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Query::label).collect(Collectors.joining(", "));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static ProblemException refuse(String name, String message) {
        return Problem.badParameter(name, message).toException();
    }
}
