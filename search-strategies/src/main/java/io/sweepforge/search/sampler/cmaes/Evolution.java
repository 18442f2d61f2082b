package io.sweepforge.search.sampler.cmaes;

/**
 * The distribution of numbers and the paths it came along.
 *
 * @param sigmaPath [dimensions], whitened
 * @param covariancePath [dimensions]
 * @param generation updates so far
 */
record Evolution(Gaussian gaussian, double[] sigmaPath, double[] covariancePath, int generation) {
    static Evolution from(Gaussian gaussian) {
        int n = gaussian.dimensions();
        return new Evolution(gaussian, new double[n], new double[n], 0);
    }

    /** The same with a distribution that was corrected. */
    Evolution placed(Gaussian corrected) {
        return new Evolution(corrected, sigmaPath, covariancePath, generation);
    }
}
