package io.sweepforge.search.space;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Floating-point numbers from {@code min} to {@code max}, both included.
 *
 * @param step 0 when continuous; otherwise only {@code min + k * step} up to {@code max}, on a linear scale
 */
public record FloatDomain(double min, double max, Scale scale, double step) implements Domain {
    private static final double STEP_TOLERANCE = 1e-9;

    private static final double MAX_COUNT = 0x1p53;

    public FloatDomain {
        List<FieldError> problems = problems(min, max, scale, step);
        if (!problems.isEmpty()) {
            throw FieldError.toException(problems);
        }
    }

    /** What is wrong with a range, by field. */
    public static List<FieldError> problems(double min, double max, Scale scale, double step) {
        List<FieldError> problems = new ArrayList<>();
        if (!(min < max) || Double.isInfinite(max - min)) {
            problems.add(new FieldError(
                    "max", "must be greater than min, which is %s, was %s".formatted(show(min), show(max))));
        }
        if (scale == Scale.LOG && min <= 0) {
            problems.add(new FieldError("min", "must be greater than 0 on a log scale, was " + show(min)));
        }
        if (step < 0 || (step > max - min && min < max)) {
            problems.add(new FieldError("step", "must be greater than 0 and at most max - min, was " + show(step)));
        }
        if (scale == Scale.LOG && step != 0) {
            problems.add(new FieldError("step", "cannot be combined with a log scale: leave one of them out"));
        }
        if (step > 0 && (max - min) / step > MAX_COUNT) {
            problems.add(new FieldError("step", "must leave at most 2^53 values, was " + show(step)));
        }
        return problems;
    }

    @Override
    public OptionalLong size() {
        return step == 0 ? OptionalLong.empty() : OptionalLong.of(count());
    }

    private long count() {
        BigDecimal range = BigDecimal.valueOf(max).subtract(BigDecimal.valueOf(min));
        return range.divide(BigDecimal.valueOf(step), 0, RoundingMode.FLOOR).longValue() + 1;
    }

    /** In decimal arithmetic, so that the third value of 0.1, 0.2, … is 0.3. */
    @Override
    public Object at(long index) {
        return BigDecimal.valueOf(step)
                .multiply(BigDecimal.valueOf(index))
                .add(BigDecimal.valueOf(min))
                .doubleValue();
    }

    @Override
    public Object fromUnit(double unit) {
        if (step != 0) {
            return at(Cells.index(unit, count()));
        }
        double low = scale.to(min);
        double value = scale.from(low + unit * (scale.to(max) - low));
        return Math.min(max, Math.max(min, value));
    }

    @Override
    public double toUnit(Object value) {
        double number = ((Number) value).doubleValue();
        if (step != 0) {
            return Cells.middle(Math.round((number - min) / step), count());
        }
        double low = scale.to(min);
        return (scale.to(number) - low) / (scale.to(max) - low);
    }

    @Override
    public Optional<Object> accept(@Nullable Object given) {
        OptionalDouble number = Values.number(given);
        if (number.isEmpty() || number.getAsDouble() < min || number.getAsDouble() > max) {
            return Optional.empty();
        }
        double value = number.getAsDouble();
        if (step == 0) {
            return Optional.of(value);
        }
        double index = (value - min) / step;
        boolean onStep = Math.abs(index - Math.rint(index)) <= STEP_TOLERANCE * Math.max(1, index);
        return onStep ? Optional.of(at(Math.round(index))) : Optional.empty();
    }

    @Override
    public String expected() {
        String range = "a number from %s to %s".formatted(show(min), show(max));
        return step == 0 ? range : range + " in steps of " + show(step);
    }

    private static String show(double number) {
        return Values.show(number);
    }
}
