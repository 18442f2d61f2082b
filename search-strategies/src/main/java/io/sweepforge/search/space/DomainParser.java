package io.sweepforge.search.space;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Reads the domain of one parameter. */
final class DomainParser {
    private static final List<String> TYPES = List.of("float", "int", "categorical");
    private static final List<String> NUMERIC = List.of("type", "min", "max", "scale", "step", "when");
    private static final List<String> CATEGORICAL = List.of("type", "values", "when");

    private DomainParser() {}

    /** Empty when there was a mistake, which the reader then holds. */
    static Optional<Domain> parse(FieldReader fields) {
        fields.require("type", "one of " + Values.showAll(TYPES));
        return fields.choice("type", TYPES).flatMap(type -> switch (type) {
            case "float" -> floats(fields);
            case "int" -> integers(fields);
            default -> categories(fields);
        });
    }

    private static Optional<Domain> floats(FieldReader fields) {
        fields.allowOnly(NUMERIC);
        requireRange(fields);
        OptionalDouble min = fields.number("min");
        OptionalDouble max = fields.number("max");
        OptionalDouble step = fields.number("step");
        Optional<Scale> scale = scale(fields);
        if (step.isPresent() && step.getAsDouble() <= 0) {
            fields.error("step", "must be greater than 0, was " + Values.show(step.getAsDouble()));
        } else if (min.isPresent() && max.isPresent() && scale.isPresent()) {
            double width = step.orElse(0);
            List<FieldError> problems = FloatDomain.problems(min.getAsDouble(), max.getAsDouble(), scale.get(), width);
            return unless(fields, problems)
                    .map(good -> new FloatDomain(min.getAsDouble(), max.getAsDouble(), scale.get(), width));
        }
        return Optional.empty();
    }

    private static Optional<Domain> integers(FieldReader fields) {
        fields.allowOnly(NUMERIC);
        requireRange(fields);
        OptionalLong min = fields.integer("min");
        OptionalLong max = fields.integer("max");
        OptionalLong step = fields.integer("step");
        Optional<Scale> scale = scale(fields);
        if (min.isEmpty() || max.isEmpty() || scale.isEmpty()) {
            return Optional.empty();
        }
        List<FieldError> problems = IntDomain.problems(min.getAsLong(), max.getAsLong(), scale.get(), step.orElse(1));
        return unless(fields, problems)
                .map(good -> new IntDomain(min.getAsLong(), max.getAsLong(), scale.get(), step.orElse(1)));
    }

    private static Optional<Domain> categories(FieldReader fields) {
        fields.allowOnly(CATEGORICAL);
        fields.require("values", "a list of values to choose from");
        return fields.list("values")
                .filter(values ->
                        unless(fields, CategoricalDomain.problems(values)).isPresent())
                .map(values -> new CategoricalDomain(values.stream()
                        .flatMap(value -> Values.scalar(value).stream())
                        .collect(Collectors.toList())));
    }

    private static void requireRange(FieldReader fields) {
        fields.require("min", "the smallest value");
        fields.require("max", "the largest value");
    }

    private static Optional<Scale> scale(FieldReader fields) {
        if (fields.raw("scale").isEmpty()) {
            return Optional.of(Scale.LINEAR);
        }
        return fields.choice("scale", Scale.NAMES).map(word -> Scale.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static Optional<Boolean> unless(FieldReader fields, List<FieldError> problems) {
        problems.forEach(problem -> fields.error(problem.field(), problem.message()));
        return problems.isEmpty() ? Optional.of(true) : Optional.empty();
    }
}
