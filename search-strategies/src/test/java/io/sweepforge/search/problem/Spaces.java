package io.sweepforge.search.problem;

import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Search spaces in few words: each method but {@link #of} describes one parameter as a specification would. */
public final class Spaces {
    private Spaces() {}

    public static SearchSpace of(Map<String, Object> parameters, String... constraints) {
        return SpaceParser.parse(parameters, List.of(constraints), null).get().space();
    }

    /** Parameters x0, x1, … of the same range. */
    public static SearchSpace floats(int dimensions, double min, double max, String... constraints) {
        Map<String, Object> tree = new LinkedHashMap<>();
        IntStream.range(0, dimensions).forEach(i -> tree.put("x" + i, real(min, max)));
        return of(tree, constraints);
    }

    public static Map<String, Object> real(double min, double max) {
        return Map.of("type", "float", "min", min, "max", max);
    }

    public static Map<String, Object> real(double min, double max, double step) {
        return with(real(min, max), "step", step);
    }

    public static Map<String, Object> logReal(double min, double max) {
        return with(real(min, max), "scale", "log");
    }

    public static Map<String, Object> integer(int min, int max) {
        return Map.of("type", "int", "min", min, "max", max);
    }

    public static Map<String, Object> integer(int min, int max, int step) {
        return with(integer(min, max), "step", step);
    }

    public static Map<String, Object> logInteger(int min, int max) {
        return with(integer(min, max), "scale", "log");
    }

    public static Map<String, Object> choice(String... values) {
        return Map.of("type", "categorical", "values", List.of(values));
    }

    /** A parameter that is active only with one value of another. */
    public static Map<String, Object> when(String parent, String value, Map<String, Object> parameter) {
        return with(parameter, "when", Map.of(parent, List.of(value)));
    }

    private static Map<String, Object> with(Map<String, Object> parameter, String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(parameter);
        more.put(field, value);
        return more;
    }
}
