package io.sweepforge.coordinator.dataset;

import java.util.regex.Pattern;

/** Numbers as data files write them; nodes decode by the same rule. */
final class Cells {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Cells() {}

    /** The number, or NaN for anything that is not a finite decimal number. */
    static double number(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    static boolean isNumber(String text) {
        return !Double.isNaN(number(text));
    }
}
