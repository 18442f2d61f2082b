package io.sweepforge.search.sampler.cmaes;

/**
 * The strategy parameters of CMA-ES, by the defaults of Hansen's tutorial (arXiv 1604.00772, table 1).
 *
 * @param weights of the ranked members of a generation, the best first: the positive ones sum to 1, the negative ones
 *     take their share from the covariance only
 * @param selected how many weights are positive
 * @param effective the variance effective selection mass
 * @param sigmaPath learning rate of the path that controls the step size
 * @param damping of the step size
 * @param covariancePath learning rate of the path that the rank-one update takes
 * @param rankOne its learning rate
 * @param rankMu learning rate of the rank-mu update
 * @param expectedLength of a standard normal vector
 */
record Rates(
        double[] weights,
        int selected,
        double effective,
        double sigmaPath,
        double damping,
        double covariancePath,
        double rankOne,
        double rankMu,
        double expectedLength) {

    /**
     * The defaults.
     *
     * @param n dimensions, at least 1
     * @param members how many were evaluated, at least 2
     */
    static Rates of(int n, int members) {
        double[] raw = new double[members];
        for (int i = 0; i < members; i++) {
            raw[i] = StrictMath.log((members + 1) / 2.0) - StrictMath.log(i + 1);
        }
        int selected = members / 2;
        double mu = effective(raw, 0, selected);
        double muMinus = effective(raw, selected, members);
        double rankOne = 2 / ((n + 1.3) * (n + 1.3) + mu);
        double rankMu = Math.min(1 - rankOne, 2 * (0.25 + mu + 1 / mu - 2) / ((n + 2.0) * (n + 2.0) + mu));
        double sigmaPath = (mu + 2) / (n + mu + 5);
        return new Rates(
                weights(raw, selected, negativeSum(n, mu, muMinus, rankOne, rankMu)),
                selected,
                mu,
                sigmaPath,
                1 + 2 * Math.max(0, Math.sqrt((mu - 1) / (n + 1)) - 1) + sigmaPath,
                (4 + mu / n) / (n + 4 + 2 * mu / n),
                rankOne,
                rankMu,
                Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n)));
    }

    private static double effective(double[] raw, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += raw[i];
            squares += raw[i] * raw[i];
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    /** Equations 50 to 53: so little that the covariance stays positive definite. */
    private static double negativeSum(int n, double mu, double muMinus, double rankOne, double rankMu) {
        double byRankOne = 1 + rankOne / rankMu;
        double byMass = 1 + 2 * muMinus / (mu + 2);
        double byDefiniteness = (1 - rankOne - rankMu) / (n * rankMu);
        return Math.min(byRankOne, Math.min(byMass, byDefiniteness));
    }

    private static double[] weights(double[] raw, int selected, double negativeSum) {
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < raw.length; i++) {
            positive += Math.max(0, raw[i]);
            negative -= Math.min(0, raw[i]);
        }
        double[] weights = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            weights[i] = i < selected ? raw[i] / positive : negative == 0 ? 0 : raw[i] * negativeSum / negative;
        }
        return weights;
    }
}
