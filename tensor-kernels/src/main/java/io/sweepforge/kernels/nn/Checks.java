package io.sweepforge.kernels.nn;

/** Argument checks whose messages name the field, its value and the accepted range. */
final class Checks {
    private Checks() {}

    static void atLeast(String field, int value, int min) {
        require(value >= min, field, value, "at least " + min);
    }

    static void positive(String field, double value) {
        require(value > 0 && Double.isFinite(value), field, value, "greater than 0");
    }

    static void notNegative(String field, double value) {
        require(value >= 0 && Double.isFinite(value), field, value, "at least 0");
    }

    /** From 0, below 1. */
    static void fraction(String field, double value) {
        require(value >= 0 && value < 1, field, value, "at least 0 and below 1");
    }

    private static void require(boolean holds, String field, Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(field + " must be " + range + ", was " + value);
        }
    }
}
