package io.sweepforge.search.problem;

import java.util.Map;

/** Reads values of a configuration as problems need them. */
final class Read {
    private Read() {}

    static double number(Map<String, Object> values, String name) {
        return ((Number) values.get(name)).doubleValue();
    }

    static double log10(Map<String, Object> values, String name) {
        return Math.log10(number(values, name));
    }

    static double log2(Map<String, Object> values, String name) {
        return Math.log(number(values, name)) / Math.log(2);
    }

    /** All values of a space that has floats only. */
    static double[] point(Map<String, Object> values) {
        return values.values().stream().mapToDouble(value -> (double) value).toArray();
    }

    static double square(double value) {
        return value * value;
    }
}
