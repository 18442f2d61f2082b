package io.sweepforge.kernels.data;

/**
 * The examples that a series gives: {@code window} consecutive rows as input, the target variable of the
 * {@code horizon} rows after them as what to predict (direct multi-step: all at once).
 *
 * <p>An example belongs to the part of the series that holds <em>all</em> its targets; examples whose targets lie in two
 * parts are left out. So nothing that is trained on shows a target of a later part. Inputs of a validation or test
 * example may reach back into the part before it: at the time of such a forecast they are known.
 *
 * <p>The naive forecast repeats the target's last observed value over the horizon.
 */
public record ForecastWindows(SeriesDataset series, int window, int horizon) {
    public ForecastWindows {
        if (window < 1 || horizon < 1) {
            throw new IllegalArgumentException(
                    "window and horizon must be at least 1, were " + window + " and " + horizon);
        }
    }

    /** Examples of a part; 0 when it is shorter than what one example needs. */
    public int count(Split split) {
        return count(split, series.rows(), window, horizon);
    }

    /** Examples that a part of a series of {@code rows} rows would give. */
    public static int count(Split split, int rows, int window, int horizon) {
        return Math.max(0, split.end(rows) - horizon + 1 - firstTargetRow(split, rows, window));
    }

    /** Copies the input [window, variables] of example {@code i} of a part. */
    public void copyInput(Split split, int i, float[] destination, int offset) {
        series.copyRows(targetRow(split, i) - window, window, destination, offset);
    }

    /** The standardised target {@code step} rows (0 to horizon − 1) after the last one of the input. */
    public float target(Split split, int i, int step) {
        return series.target(targetRow(split, i) + step);
    }

    /** The standardised target in the last row of the input. */
    public float lastObserved(Split split, int i) {
        return series.target(targetRow(split, i) - 1);
    }

    /** The first target's row of a part's first example; those of the next examples follow row by row. */
    public int firstTargetRow(Split split) {
        return firstTargetRow(split, series.rows(), window);
    }

    private int targetRow(Split split, int i) {
        return firstTargetRow(split) + i;
    }

    private static int firstTargetRow(Split split, int rows, int window) {
        return Math.max(split.start(rows), window);
    }
}
