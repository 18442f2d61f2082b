package io.sweepforge.search.space;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Values without an order.
 *
 * @param values 1 to 1,000, all different; {@link String}, {@link Boolean}, {@link Long} or {@link Double}
 */
public record CategoricalDomain(List<Object> values) implements Domain {
    private static final int MAX_VALUES = 1_000;

    public CategoricalDomain {
        values = List.copyOf(values);
        List<FieldError> problems = problems(values);
        if (!problems.isEmpty()) {
            throw FieldError.toException(problems);
        }
    }

    /** What is wrong with a list of values, by field. */
    public static List<FieldError> problems(List<?> values) {
        List<FieldError> problems = new ArrayList<>();
        if (values.isEmpty()) {
            problems.add(new FieldError("values", "must hold at least one value"));
        }
        if (values.size() > MAX_VALUES) {
            return List.of(new FieldError(
                    "values", "must hold at most %d values, was %d".formatted(MAX_VALUES, values.size())));
        }
        for (int i = 0; i < values.size(); i++) {
            problem(values, i).map(text -> new FieldError("values", text)).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<String> problem(List<?> values, int index) {
        Object value = values.get(index);
        if (Values.scalar(value).isEmpty()) {
            return Optional.of(
                    "must hold texts, numbers or booleans, item %d was %s".formatted(index, Values.show(value)));
        }
        boolean repeated =
                values.subList(0, index).stream().filter(Objects::nonNull).anyMatch(other -> Values.same(other, value));
        return repeated ? Optional.of("must not repeat " + Values.show(value)) : Optional.empty();
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(values.size());
    }

    @Override
    public Object at(long index) {
        return values.get((int) index);
    }

    @Override
    public Object fromUnit(double unit) {
        return at(Cells.index(unit, values.size()));
    }

    @Override
    public double toUnit(Object value) {
        return Cells.middle(values.indexOf(value), values.size());
    }

    @Override
    public Optional<Object> accept(@Nullable Object given) {
        return given == null
                ? Optional.empty()
                : values.stream().filter(value -> Values.same(value, given)).findFirst();
    }

    @Override
    public String expected() {
        return "one of " + Values.showAll(values);
    }
}
