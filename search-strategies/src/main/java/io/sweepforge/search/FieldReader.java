package io.sweepforge.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads one JSON-like object field by field; every mistake goes to one list under its full path. */
public final class FieldReader {
    private final String path;
    private final Map<?, ?> fields;
    private final List<FieldError> errors;

    /**
     * @param path where the object stands in the request; empty for the request itself
     * @param errors where mistakes are added
     */
    public FieldReader(String path, Map<?, ?> fields, List<FieldError> errors) {
        this.path = path;
        this.fields = fields;
        this.errors = errors;
    }

    /** The object at a path; something else is a mistake. */
    public static Optional<FieldReader> of(String path, @Nullable Object tree, List<FieldError> errors) {
        if (tree instanceof Map<?, ?> map) {
            return Optional.of(new FieldReader(path, map, errors));
        }
        errors.add(new FieldError(path, "must be an object, was " + Values.show(tree)));
        return Optional.empty();
    }

    public void error(String name, String message) {
        errors.add(new FieldError(path.isEmpty() ? name : path + "." + name, message));
    }

    /** Every field that is not known is a mistake, probably a typo. */
    public void allowOnly(Collection<String> known) {
        for (Object key : fields.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                error(String.valueOf(key), "is not a known field; " + NearestName.hint(String.valueOf(key), known));
            }
        }
    }

    /** The value as it is; empty when absent or null. */
    public Optional<Object> raw(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public OptionalDouble number(String name) {
        Object value = fields.get(name);
        OptionalDouble number = Values.number(value);
        if (value != null && number.isEmpty()) {
            error(name, "must be a finite number, was " + Values.show(value));
        }
        return number;
    }

    public OptionalLong integer(String name) {
        Object value = fields.get(name);
        OptionalLong number = Values.integer(value);
        if (value != null && number.isEmpty()) {
            error(name, "must be an integer, was " + Values.show(value));
        }
        return number;
    }

    public Optional<String> text(String name) {
        Object value = fields.get(name);
        if (value != null && !(value instanceof String)) {
            error(name, "must be a text, was " + Values.show(value));
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** One of several words. */
    public Optional<String> choice(String name, Collection<String> choices) {
        Optional<String> text = text(name);
        if (text.isPresent() && !choices.contains(text.get())) {
            error(name, "must be one of %s, was %s".formatted(Values.showAll(choices), Values.show(text.get())));
            return Optional.empty();
        }
        return text;
    }

    /** A list; empty when absent. */
    public Optional<List<Object>> list(String name) {
        Object value = fields.get(name);
        if (value != null && !(value instanceof List<?>)) {
            error(name, "must be a list, was " + Values.show(value));
        }
        return value instanceof List<?> list ? Optional.of(new ArrayList<>(list)) : Optional.empty();
    }

    /** Says that a required field is absent, unless it is there. */
    public void require(String name, String what) {
        if (fields.get(name) == null) {
            error(name, "is missing: give " + what);
        }
    }
}
