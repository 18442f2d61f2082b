package io.sweepforge.kernels.family;

/** Errors of a forecast beside those of the naive one, added up in standardised units. */
final class ForecastScore {
    /** Keeps a ratio finite where the naive forecast makes no error at all. */
    private static final double TINY = 1e-12;

    private final double scale;
    private int count;
    private double squared;
    private double absolute;
    private double naiveSquared;
    private double naiveAbsolute;

    /** @param scale units of the target in one standardised unit */
    ForecastScore(double scale) {
        this.scale = scale;
    }

    void add(double error, double naiveError) {
        count++;
        squared += error * error;
        absolute += Math.abs(error);
        naiveSquared += naiveError * naiveError;
        naiveAbsolute += Math.abs(naiveError);
    }

    /** In units of the target. */
    double rmse() {
        return scale * Math.sqrt(squared / count);
    }

    /** In units of the target. */
    double mae() {
        return scale * absolute / count;
    }

    double rmseRatio() {
        return Math.sqrt(squared / Math.max(TINY, naiveSquared));
    }

    double maeRatio() {
        return absolute / Math.max(TINY, naiveAbsolute);
    }
}
