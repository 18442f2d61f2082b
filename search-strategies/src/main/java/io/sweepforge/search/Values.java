package io.sweepforge.search;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plain JSON-like values: what number they are, and how they look in a message. */
public final class Values {
    private Values() {}

    /** A finite number. */
    public static OptionalDouble number(@Nullable Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** A whole number within 64 bits, also when written like 16.0. */
    public static OptionalLong integer(@Nullable Object value) {
        if (number(value).isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(new BigDecimal(String.valueOf(value)).longValueExact());
        } catch (ArithmeticException notWhole) {
            return OptionalLong.empty();
        }
    }

    /** A value as {@link String}, {@link Boolean}, {@link Long} or {@link Double}; empty when it is none of them. */
    public static Optional<Object> scalar(@Nullable Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return Optional.of(value);
        }
        boolean whole = value instanceof Long || value instanceof Integer || value instanceof BigInteger;
        if (whole) {
            OptionalLong integer = integer(value);
            return integer.isPresent() ? Optional.of(integer.getAsLong()) : Optional.empty();
        }
        OptionalDouble number = number(value);
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }

    /** Whether two scalars mean the same: numbers by value, so 2 and 2.0 do. */
    public static boolean same(Object a, Object b) {
        return (a instanceof Number x && b instanceof Number y) ? x.doubleValue() == y.doubleValue() : a.equals(b);
    }

    /** A value for a message: texts in quotes, whole numbers without a fraction, long ones cut. */
    public static String show(@Nullable Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf(number.longValue());
        }
        String text = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    /** A number for a sentence, rounded to some significant digits. */
    public static String brief(double number, int digits) {
        return Double.isFinite(number)
                ? show(BigDecimal.valueOf(number).round(new MathContext(digits)).doubleValue())
                : String.valueOf(number);
    }

    /** Several values for a message, with commas between. */
    public static String showAll(Collection<?> values) {
        return values.stream().map(Values::show).collect(Collectors.joining(", "));
    }
}
