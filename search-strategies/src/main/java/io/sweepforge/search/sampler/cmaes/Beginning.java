package io.sweepforge.search.sampler.cmaes;

import io.sweepforge.search.sampler.sobol.SobolSequence;
import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.Arrays;
import java.util.List;

/** Where the search begins: its first points, the distribution that follows from them, and that of each restart. */
final class Beginning {
    /** Of the best of some first trials, all of which lie anywhere, as a share of the range. */
    private static final double DEVIATION = 0.2;

    private static final double RESTART_DEVIATION = 0.3;
    /** The share of the first trials that counts as good, and how many of these trials have a deviation of its own. */
    private static final int GOOD_SHARE = 10;

    private static final int MAX_POPULATION = 1_000;

    private static final long SEQUENCES = -2;

    private final Dimensions dimensions;
    /** Of the first generations. */
    private final int population;

    private final long seed;

    /** @param growth of the population with the logarithm of the number of parameters, 3 in Hansen's tutorial */
    Beginning(Dimensions dimensions, long seed, double growth) {
        this.dimensions = dimensions;
        this.population =
                4 + (int) (growth * StrictMath.log(dimensions.coordinates().size()));
        this.seed = seed;
    }

    private SobolSequence sequence(int attempt) {
        return new SobolSequence(dimensions.coordinates().size(), new HashedRandom(seed, attempt, SEQUENCES).bits());
    }

    /** How many trials are proposed before there is a distribution. */
    int trials() {
        return population;
    }

    /**
     * The middle of the ranges for trial 0, with any categories, then points that spread evenly.
     *
     * @param attempt from 1; later ones are other points
     */
    double[] point(int number, int attempt) {
        boolean middle = number == 0 && attempt == 1;
        double[] even = sequence(attempt).point(number);
        for (int i = 0; i < even.length; i++) {
            if (dimensions.coordinates().isCategorical(i)) {
                even[i] = Math.floor(even[i] * dimensions.coordinates().values(i));
            } else if (middle) {
                even[i] = 0.5;
            }
        }
        return even;
    }

    /**
     * A distribution like that of the best tenth of some trials, widened by what lies between so many of them (Nomura et
     * al., "Warm starting CMA-ES for hyperparameter optimization", AAAI 2021, equations 5 and 6).
     *
     * @param trials at least one
     */
    Generation generation(int start, List<Member> trials) {
        List<Member> ranked = Selection.bestFirst(trials);
        List<Member> good = ranked.subList(0, (ranked.size() + GOOD_SHARE - 1) / GOOD_SHARE);
        int n = dimensions.numbers().count();
        double deviation = DEVIATION * StrictMath.pow(good.size(), -1.0 / n);
        double[] mean = new double[n];
        for (int d = 0; d < n; d++) {
            mean[d] = mean(good, dimensions.numbers().position(d));
        }
        double[][] covariance = covariance(good, mean, deviation * deviation);
        double[] weights = new double[good.size()];
        Arrays.fill(weights, 1.0 / good.size());
        Categories categories =
                Categories.even(dimensions.choices()).moved(dimensions.categories(good), weights, population);
        return Generation.first(
                start, population, 0, gaussian(mean, deviation, covariance, population), categories, ranked);
    }

    private static double mean(List<Member> members, int position) {
        return members.stream()
                .mapToDouble(member -> member.point()[position])
                .filter(x -> !Double.isNaN(x))
                .average()
                .orElse(0.5);
    }

    /** In units of a variance, which is added. */
    private double[][] covariance(List<Member> members, double[] mean, double variance) {
        double[][] sum = identity(mean.length);
        for (Member member : members) {
            double[] offset = new double[mean.length];
            for (int d = 0; d < offset.length; d++) {
                double x = member.point()[dimensions.numbers().position(d)];
                offset[d] = Double.isNaN(x) ? 0 : x - mean[d];
            }
            for (int d = 0; d < offset.length; d++) {
                for (int e = 0; e < offset.length; e++) {
                    sum[d][e] += offset[d] * offset[e] / (variance * members.size());
                }
            }
        }
        return sum;
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int d = 0; d < n; d++) {
            identity[d][d] = 1;
        }
        return identity;
    }

    private Gaussian gaussian(double[] mean, double deviation, double[][] covariance, int members) {
        double[] scales = new double[mean.length];
        Arrays.fill(scales, 1);
        Gaussian gaussian = new Gaussian(mean, deviation, scales, covariance);
        return Margin.apply(gaussian, dimensions.numbers(), margin(members));
    }

    /** How likely each parameter changes at least: so that one of a generation's members has one that changed. */
    double margin(int members) {
        return 1.0 / (members * dimensions.coordinates().size());
    }

    /** Somewhere else with twice the population (Auger and Hansen, "A restart CMA-ES with increasing population size", CEC 2005). */
    Generation restart(Generation stuck, int start) {
        int restart = stuck.restart() + 1;
        int members = Math.min(MAX_POPULATION, 2 * stuck.population());
        double[] point = sequence(1).point(trials() + restart);
        double[] mean = new double[dimensions.numbers().count()];
        for (int d = 0; d < mean.length; d++) {
            mean[d] = point[dimensions.numbers().position(d)];
        }
        return Generation.first(
                start,
                members,
                restart,
                gaussian(mean, RESTART_DEVIATION, identity(mean.length), members),
                Categories.even(dimensions.choices()),
                List.of());
    }
}
