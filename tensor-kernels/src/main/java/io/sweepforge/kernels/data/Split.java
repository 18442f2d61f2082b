package io.sweepforge.kernels.data;

import java.util.Locale;

/** The parts of a data set: 70 % to train on, 15 % to choose a configuration by, 15 % to judge the chosen one. */
public enum Split {
    TRAINING(0, 0.70),
    VALIDATION(0.70, 0.85),
    TEST(0.85, 1);

    private final double start;
    private final double end;

    Split(double start, double end) {
        this.start = start;
        this.end = end;
    }

    /** In words: {@code training}, {@code validation} or {@code test}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** First of {@code rows} rows that no longer belongs to this part; it begins where the part before it ends. */
    public int end(int rows) {
        return (int) Math.round(end * rows);
    }

    /** First of {@code rows} rows of this part. */
    public int start(int rows) {
        return (int) Math.round(start * rows);
    }
}
