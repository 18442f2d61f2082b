package io.sweepforge.search.sampler.gp;

/** Independent normal priors on the logarithms of hyperparameters. */
record Prior(double[] means, double[] deviations) {
    /** Adds the gradient of minus the logarithm of the density to another, and answers that logarithm. */
    double addTo(double[] logs, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            double z = (logs[i] - means[i]) / deviations[i];
            sum += 0.5 * z * z;
            gradient[i] += z / deviations[i];
        }
        return sum;
    }
}
