package io.sweepforge.search.space;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Integers {@code min}, {@code min + step}, … up to {@code max}. On a log scale every integer owns the stretch of the
 * logarithm half-way to its neighbours.
 *
 * @param step at least 1; exactly 1 on a log scale
 */
public record IntDomain(long min, long max, Scale scale, long step) implements Domain {
    /** Beyond this a double no longer holds every integer. */
    private static final long LIMIT = 1L << 53;

    public IntDomain {
        List<FieldError> problems = problems(min, max, scale, step);
        if (!problems.isEmpty()) {
            throw FieldError.toException(problems);
        }
    }

    /** What is wrong with a range, by field. */
    public static List<FieldError> problems(long min, long max, Scale scale, long step) {
        List<FieldError> problems = new ArrayList<>();
        if (min < -LIMIT || min > LIMIT) {
            problems.add(new FieldError("min", "must be within ±2^53, was " + min));
        }
        if (max < -LIMIT || max > LIMIT) {
            problems.add(new FieldError("max", "must be within ±2^53, was " + max));
        }
        if (min >= max) {
            problems.add(new FieldError("max", "must be greater than min, which is %d, was %d".formatted(min, max)));
        }
        if (scale == Scale.LOG && min < 1) {
            problems.add(new FieldError("min", "must be at least 1 on a log scale, was " + min));
        }
        if (step < 1) {
            problems.add(new FieldError("step", "must be at least 1, was " + step));
        }
        if (scale == Scale.LOG && step > 1) {
            problems.add(new FieldError("step", "cannot be combined with a log scale: leave one of them out"));
        }
        return problems;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(count());
    }

    private long count() {
        return (max - min) / step + 1;
    }

    @Override
    public Object at(long index) {
        return min + index * step;
    }

    @Override
    public Object fromUnit(double unit) {
        if (scale == Scale.LINEAR) {
            return at(Cells.index(unit, count()));
        }
        double low = StrictMath.log(min - 0.5);
        long value = Math.round(StrictMath.exp(low + unit * (StrictMath.log(max + 0.5) - low)));
        return Math.min(max, Math.max(min, value));
    }

    @Override
    public double toUnit(Object value) {
        long integer = ((Number) value).longValue();
        if (scale == Scale.LINEAR) {
            return Cells.middle((integer - min) / step, count());
        }
        double low = StrictMath.log(min - 0.5);
        return (StrictMath.log((double) integer) - low) / (StrictMath.log(max + 0.5) - low);
    }

    @Override
    public Optional<Object> accept(@Nullable Object given) {
        OptionalLong integer = Values.integer(given);
        if (integer.isEmpty()) {
            return Optional.empty();
        }
        long value = integer.getAsLong();
        boolean inside = value >= min && value <= max && (value - min) % step == 0;
        return inside ? Optional.of(value) : Optional.empty();
    }

    @Override
    public String expected() {
        String range = "an integer from %d to %d".formatted(min, max);
        return step == 1 ? range : range + " in steps of " + step;
    }
}
