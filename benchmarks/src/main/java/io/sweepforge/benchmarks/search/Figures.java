package io.sweepforge.benchmarks.search;

import java.util.Locale;

/** Numbers as tables show them. */
final class Figures {
    private Figures() {}

    /** Three digits; a dash when there is no number. */
    static String brief(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return "never";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e5)) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : 5;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
