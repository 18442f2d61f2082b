package io.sweepforge.search.space.expression;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The operators and functions on numbers. IEEE 754 throughout: what has no value is NaN, and compares as false. */
final class Functions {
    static final Map<String, DoubleUnaryOperator> UNARY =
            new TreeMap<>(Map.of("abs", Math::abs, "log", StrictMath::log, "sqrt", Math::sqrt));

    static final Map<String, DoubleBinaryOperator> FOLDS = new TreeMap<>(Map.of("min", Math::min, "max", Math::max));

    private Functions() {}

    /** The remainder has the sign of the divisor. */
    static double arithmetic(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a - Math.floor(a / b) * b;
            default -> StrictMath.pow(a, b);
        };
    }

    static boolean compare(String operator, double a, double b) {
        return switch (operator) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            default -> a >= b;
        };
    }
}
