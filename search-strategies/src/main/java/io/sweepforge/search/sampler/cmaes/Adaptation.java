package io.sweepforge.search.sampler.cmaes;

import java.util.List;

/**
 * One update of mean, step size and covariance from the ranked members of a generation (Hansen's tutorial, arXiv
 * 1604.00772, equations 41 to 58). Steps are cut to a length that the distribution itself would hardly exceed, so that
 * any trial may take part, whoever proposed it (Hansen, "Injecting external solutions into CMA-ES", arXiv 1110.4181).
 *
 * <p>A parameter that was not active in a member has no step: it moves neither the mean nor its own variance.
 */
final class Adaptation {
    private static final double MOST_SIGMA_GROWTH = 1;

    private final Gaussian from;
    private final Rates rates;
    private final double[][] steps;
    private final boolean[][] known;
    private final double[] lengths;
    /** [dimensions]: the weight of the selected members that have a parameter. */
    private final double[] shares;

    /** @param members [members][dimensions], the best first; NaN where a parameter was not active */
    Adaptation(Gaussian from, List<double[]> members) {
        this.from = from;
        this.rates = Rates.of(from.dimensions(), members.size());
        this.steps = new double[members.size()][from.dimensions()];
        this.known = new boolean[members.size()][from.dimensions()];
        this.lengths = new double[members.size()];
        this.shares = new double[from.dimensions()];
        for (int i = 0; i < steps.length; i++) {
            takeStep(i, members.get(i));
        }
    }

    private void takeStep(int i, double[] member) {
        for (int d = 0; d < member.length; d++) {
            known[i][d] = !Double.isNaN(member[d]);
            shares[d] += known[i][d] && i < rates.selected() ? rates.weights()[i] : 0;
            steps[i][d] = known[i][d] ? from.step(d, member[d]) : 0;
        }
        int n = from.dimensions();
        double most = Math.sqrt(n) + 2.0 * n / (n + 2);
        double length = length(from.whiten(steps[i]));
        double cut = Math.min(1, most / length);
        for (int d = 0; d < n; d++) {
            steps[i][d] *= cut;
        }
        lengths[i] = cut * length;
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double x : vector) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }

    Evolution apply(Evolution before) {
        double[] step = meanStep();
        double[] sigmaPath = sigmaPath(before, step);
        double length = length(sigmaPath);
        double settled = 1 - StrictMath.pow(1 - rates.sigmaPath(), 2.0 * (before.generation() + 1));
        boolean steady = length / Math.sqrt(settled) < (1.4 + 2.0 / (step.length + 1)) * rates.expectedLength();
        double[] covariancePath = covariancePath(before, step, steady);
        double growth = rates.sigmaPath() / rates.damping() * (length / rates.expectedLength() - 1);
        double sigma = from.sigma * StrictMath.exp(Math.min(MOST_SIGMA_GROWTH, growth));
        Gaussian gaussian = new Gaussian(mean(step), sigma, from.scales, covariance(covariancePath, steady));
        return new Evolution(gaussian, sigmaPath, covariancePath, before.generation() + 1);
    }

    private double[] meanStep() {
        double[] sum = new double[from.dimensions()];
        for (int i = 0; i < rates.selected(); i++) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += rates.weights()[i] * steps[i][d];
            }
        }
        return sum;
    }

    private double[] mean(double[] step) {
        double[] mean = new double[step.length];
        for (int d = 0; d < step.length; d++) {
            mean[d] = Math.min(1, Math.max(0, from.mean[d] + from.sigma * from.scales[d] * step[d]));
        }
        return mean;
    }

    private double[] sigmaPath(Evolution before, double[] step) {
        double gain = Math.sqrt(rates.sigmaPath() * (2 - rates.sigmaPath()) * rates.effective() / meanShare());
        double[] white = from.whiten(step);
        double[] path = new double[step.length];
        for (int d = 0; d < path.length; d++) {
            path[d] = (1 - rates.sigmaPath()) * before.sigmaPath()[d] + gain * white[d];
        }
        return path;
    }

    /** A step of which half is missing is as long as if all of it were there. */
    private double meanShare() {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return sum == 0 ? 1 : sum / shares.length;
    }

    private double[] covariancePath(Evolution before, double[] step, boolean steady) {
        double gain = steady ? Math.sqrt(rates.covariancePath() * (2 - rates.covariancePath()) * rates.effective()) : 0;
        double[] path = new double[step.length];
        for (int d = 0; d < path.length; d++) {
            path[d] = (1 - rates.covariancePath()) * before.covariancePath()[d] + gain * step[d];
        }
        return path;
    }

    private double[][] covariance(double[] path, boolean steady) {
        double stall = steady ? 0 : rates.covariancePath() * (2 - rates.covariancePath());
        int n = from.dimensions();
        double[][] sum = new double[n][n];
        for (int d = 0; d < n; d++) {
            for (int e = 0; e <= d; e++) {
                double old = from.covariance[d][e];
                double faded = (1 - stall) * Math.sqrt(shares[d] * shares[e]) * old;
                double change = rates.rankOne() * (path[d] * path[e] - faded) + rates.rankMu() * rankMu(d, e, old);
                sum[d][e] = old + change;
                sum[e][d] = old + change;
            }
        }
        return sum;
    }

    private double rankMu(int d, int e, double old) {
        double sum = 0;
        for (int i = 0; i < steps.length; i++) {
            if (known[i][d] && known[i][e]) {
                double weight = rates.weights()[i];
                double product = steps[i][d] * steps[i][e];
                sum += weight * ((weight < 0 ? shortened(i) : 1) * product - old);
            }
        }
        return sum;
    }

    /** Makes what is subtracted as long as a step on average, so that long bad steps do no harm (equation 46). */
    private double shortened(int i) {
        return lengths[i] == 0 ? 0 : from.dimensions() / (lengths[i] * lengths[i]);
    }
}
