package io.sweepforge.kernels.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a trial held against their descriptions; absent ones take their defaults. */
final class Parameters {
    private final Map<String, ParameterDescription> descriptions;
    private final Map<String, Object> given;

    private Parameters(List<ParameterDescription> descriptions, Map<String, Object> given) {
        this.descriptions = byName(descriptions);
        this.given = given;
    }

    /** @throws IllegalArgumentException naming every problem when there is one */
    static Parameters of(List<ParameterDescription> descriptions, Map<String, Object> given) {
        List<String> problems = problems(descriptions, given);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new Parameters(descriptions, given);
    }

    /** Unknown names, wrong types and values out of range, one sentence each, in the order of the names. */
    static List<String> problems(List<ParameterDescription> descriptions, Map<String, Object> given) {
        Map<String, ParameterDescription> known = byName(descriptions);
        List<String> problems = new ArrayList<>();
        given.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            ParameterDescription description = known.get(entry.getKey());
            String problem =
                    description == null ? unknown(entry.getKey(), known) : problem(description, entry.getValue());
            if (problem != null) {
                problems.add(problem);
            }
        });
        return problems;
    }

    double number(String name) {
        return ((Number) value(name)).doubleValue();
    }

    int integer(String name) {
        return (int) number(name);
    }

    String category(String name) {
        return value(name).toString();
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(category(name));
    }

    /** Every parameter with its value, one per line by name; numbers of any Java type look alike. */
    @Override
    public String toString() {
        return descriptions.keySet().stream()
                .sorted()
                .map(name ->
                        name + "=" + (value(name) instanceof Number ? Double.toString(number(name)) : category(name)))
                .collect(Collectors.joining("\n"));
    }

    private Object value(String name) {
        ParameterDescription description = descriptions.get(name);
        if (description == null) {
            throw new IllegalArgumentException("no parameter " + name + " is described");
        }
        return given.getOrDefault(name, description.defaultValue());
    }

    private static Map<String, ParameterDescription> byName(List<ParameterDescription> descriptions) {
        return descriptions.stream().collect(Collectors.toMap(ParameterDescription::name, d -> d));
    }

    private static String unknown(String name, Map<String, ParameterDescription> known) {
        return NearestName.of(name, known.keySet())
                .map(nearest -> name + " is not a parameter of this family; did you mean " + nearest + "?")
                .orElseGet(() -> name + " is not a parameter of this family; known are "
                        + known.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }

    private static @Nullable String problem(ParameterDescription description, Object value) {
        return description.type().equals("categorical")
                ? categoryProblem(description, value)
                : numberProblem(description, value);
    }

    private static @Nullable String categoryProblem(ParameterDescription description, Object value) {
        return description.values().contains(value.toString())
                ? null
                : description.name() + " must be one of " + String.join(", ", description.values()) + ", was " + value;
    }

    private static @Nullable String numberProblem(ParameterDescription description, Object value) {
        boolean integer = description.type().equals("int");
        double min = description.min() == null ? Double.NEGATIVE_INFINITY : description.min();
        double max = description.max() == null ? Double.POSITIVE_INFINITY : description.max();
        if (value instanceof Number number) {
            double d = number.doubleValue();
            if (d >= min && d <= max && (!integer || d == Math.rint(d))) {
                return null;
            }
        }
        return description.name() + " must be " + (integer ? "an integer" : "a number") + " from " + text(min, integer)
                + " to " + text(max, integer) + ", was " + value;
    }

    private static String text(double bound, boolean integer) {
        return integer ? Long.toString((long) bound) : Double.toString(bound);
    }
}
