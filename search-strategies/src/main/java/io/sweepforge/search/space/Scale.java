package io.sweepforge.search.space;

import java.util.List;
import java.util.Locale;

/** How a numeric range is covered: evenly, or evenly in the logarithm. */
public enum Scale {
    LINEAR,
    LOG;

    /** The names users write. */
    public static final List<String> NAMES = List.of("linear", "log");

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    double to(double value) {
        return this == LOG ? StrictMath.log(value) : value;
    }

    double from(double scaled) {
        return this == LOG ? StrictMath.exp(scaled) : scaled;
    }
}
