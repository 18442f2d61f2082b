package io.sweepforge.kernels.family;

/** Errors of a forecast beside those of the naive one. */
final class ForecastScore {
    /** Keeps a ratio finite where the naive forecast makes no error at all. */
    private static final double TINY = 1e-12;

    private int count;
    private double squared;
    private double absolute;
    private double naiveSquared;
    private double naiveAbsolute;

    void add(double error, double naiveError) {
        count++;
        squared += error * error;
        absolute += Math.abs(error);
        naiveSquared += naiveError * naiveError;
        naiveAbsolute += Math.abs(naiveError);
    }

    double rmse() {
        return Math.sqrt(squared / count);
    }

    double mae() {
        return absolute / count;
    }

    double rmseRatio() {
        return Math.sqrt(squared / Math.max(TINY, naiveSquared));
    }

    double maeRatio() {
        return absolute / Math.max(TINY, naiveAbsolute);
    }
}
