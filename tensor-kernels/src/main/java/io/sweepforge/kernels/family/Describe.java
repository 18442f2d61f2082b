package io.sweepforge.kernels.family;

import java.util.List;
import java.util.Map;

/** Short forms of parameter descriptions and of entries of a search space. */
final class Describe {
    private Describe() {}

    static ParameterDescription number(String name, double min, double max, double byDefault, String description) {
        return new ParameterDescription(name, "float", min, max, List.of(), byDefault, description);
    }

    static ParameterDescription integer(String name, int min, int max, int byDefault, String description) {
        return new ParameterDescription(name, "int", (double) min, (double) max, List.of(), byDefault, description);
    }

    static ParameterDescription category(String name, List<String> values, String byDefault, String description) {
        return new ParameterDescription(name, "categorical", null, null, values, byDefault, description);
    }

    /** A category of {@code true} and {@code false}. */
    static ParameterDescription flag(String name, boolean byDefault, String description) {
        return category(name, List.of("false", "true"), Boolean.toString(byDefault), description);
    }

    static Map<String, Object> logRange(double min, double max) {
        return Map.of("type", "float", "min", min, "max", max, "scale", "log");
    }

    static Map<String, Object> range(double min, double max) {
        return Map.of("type", "float", "min", min, "max", max);
    }

    static Map<String, Object> steps(int min, int max, int step) {
        return Map.of("type", "int", "min", min, "max", max, "step", step);
    }

    static Map<String, Object> choice(String... values) {
        return Map.of("type", "categorical", "values", List.of(values));
    }
}
