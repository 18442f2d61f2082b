package io.sweepforge.coordinator.spec;

import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.FamilyDescription.Parameter;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.NearestName;
import io.sweepforge.search.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds parameters of a specification against what a family accepts. */
record FamilyParameters(FamilyDescription family) {
    private static final String CATEGORICAL = "categorical";
    private static final String INT = "int";

    private Optional<Parameter> find(String name) {
        return family.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** What is wrong with fixing a parameter at a value; empty when nothing is. */
    Optional<String> valueProblem(String name, Object value) {
        return find(name).map(parameter -> problem(parameter, value)).orElseGet(() -> Optional.of(unknown(name)));
    }

    /** What is wrong with searching a parameter over a range, as a user wrote it, under full paths. */
    List<FieldError> rangeProblems(String name, Object range) {
        String path = "space." + name;
        Optional<Parameter> parameter = find(name);
        if (parameter.isEmpty()) {
            return List.of(new FieldError(path, unknown(name)));
        }
        return range instanceof Map<?, ?> fields ? problems(path, parameter.get(), fields) : List.of();
    }

    private String unknown(String name) {
        List<String> names = family.parameters().stream().map(Parameter::name).toList();
        return "is not a parameter of " + family.name() + "; " + NearestName.hint(name, names);
    }

    private static List<FieldError> problems(String path, Parameter parameter, Map<?, ?> range) {
        if (range.get("type") instanceof String type && !suits(type, parameter)) {
            return List.of(new FieldError(
                    path + ".type",
                    "must be %s or categorical as the family's values are %s, was \"%s\""
                            .formatted(parameter.type(), expected(parameter), type)));
        }
        List<FieldError> problems = new ArrayList<>();
        for (String end : List.of("min", "max")) {
            number(range.get(end))
                    .flatMap(value -> problem(parameter, value))
                    .ifPresent(text -> problems.add(new FieldError(path + "." + end, text)));
        }
        if (range.get("values") instanceof List<?> values) {
            values.stream()
                    .flatMap(value -> Values.scalar(value).flatMap(v -> problem(parameter, v)).stream())
                    .forEach(text -> problems.add(new FieldError(path + ".values", text)));
        }
        return problems;
    }

    /** Whole numbers are numbers; everything can be a list of choices. Types nobody knows are reported elsewhere. */
    private static boolean suits(String type, Parameter parameter) {
        return switch (type) {
            case "float" -> parameter.type().equals("float");
            case INT -> !parameter.type().equals(CATEGORICAL);
            default -> true;
        };
    }

    private static Optional<Object> number(@Nullable Object value) {
        return Values.scalar(value).filter(Number.class::isInstance);
    }

    private static Optional<String> problem(Parameter parameter, Object value) {
        boolean good = parameter.type().equals(CATEGORICAL)
                ? parameter.values().contains(String.valueOf(value))
                : isInside(parameter, value);
        return good
                ? Optional.empty()
                : Optional.of("must be %s, was %s".formatted(expected(parameter), Values.show(value)));
    }

    private static boolean isInside(Parameter parameter, Object value) {
        boolean kind = parameter.type().equals(INT)
                ? Values.integer(value).isPresent()
                : Values.number(value).isPresent();
        Double min = parameter.min();
        Double max = parameter.max();
        double number = Values.number(value).orElse(Double.NaN);
        return kind && (min == null || number >= min) && (max == null || number <= max);
    }

    private static String expected(Parameter parameter) {
        if (parameter.type().equals(CATEGORICAL)) {
            return "one of " + Values.showAll(parameter.values());
        }
        String kind = parameter.type().equals(INT) ? "an integer" : "a number";
        return "%s from %s to %s".formatted(kind, Values.show(parameter.min()), Values.show(parameter.max()));
    }
}
