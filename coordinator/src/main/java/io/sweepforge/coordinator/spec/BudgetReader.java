package io.sweepforge.coordinator.spec;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Values;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code budget}. Every field is read once: reading a wrong one adds its mistake. */
final class BudgetReader {
    static final int MOST_TRIALS = 1_000_000;
    private static final int MOST_PARALLEL = 100_000;
    private static final List<String> FIELDS =
            List.of("maxTrials", "maxDuration", "maxParallelTrials", "target", "maxTrialsWithoutImprovement");

    private final FieldReader budget;

    BudgetReader(FieldReader body, List<FieldError> errors) {
        budget = FieldReader.of("budget", body.raw("budget").orElse(Map.of()), errors)
                .orElseGet(() -> new FieldReader("budget", Map.of(), errors));
        budget.allowOnly(FIELDS);
    }

    Optional<Integer> maxTrials() {
        return Numbers.integer(budget, "maxTrials", 1, MOST_TRIALS);
    }

    Optional<Integer> maxParallelTrials() {
        return Numbers.integer(budget, "maxParallelTrials", 1, MOST_PARALLEL);
    }

    Optional<Integer> maxTrialsWithoutImprovement() {
        return Numbers.integer(budget, "maxTrialsWithoutImprovement", 1, MOST_TRIALS);
    }

    Optional<Double> target() {
        OptionalDouble target = budget.number("target");
        return target.isPresent() ? Optional.of(target.getAsDouble()) : Optional.empty();
    }

    Optional<Duration> maxDuration() {
        return budget.raw("maxDuration").flatMap(given -> {
            Optional<Duration> duration = given instanceof String text ? parse(text) : Optional.empty();
            if (duration.isEmpty()) {
                budget.error(
                        "maxDuration",
                        "must be an ISO-8601 duration above zero such as PT30M or PT1H, was " + Values.show(given));
            }
            return duration;
        });
    }

    private static Optional<Duration> parse(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative() && !duration.isZero());
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }
}
