package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.ArrayList;
import java.util.List;

/** Where the best trials lie. */
final class GoodDensity {
    /** Kernels half as wide as Scott's rule has them (Multivariate Density Estimation, 1992, equation 6.42). */
    private static final double NARROWNESS = 0.5;

    private static final double LEAST_WIDTH = 0.01;

    private final Kernels joint;
    private final List<SampledMarginal> product = new ArrayList<>();
    private final Blend blend;

    GoodDensity(List<TpeDimension> dimensions, List<double[]> points) {
        double[] widths = new double[dimensions.size()];
        for (int d = 0; d < widths.length; d++) {
            TpeDimension dimension = dimensions.get(d);
            double[] column = Columns.of(points, d);
            widths[d] = Math.max(dimension.cell() / 2, width(column, widths.length));
            product.add(
                    dimension.isCategorical()
                            ? new CategoryMarginal(column, dimension.choices())
                            : new GapMarginal(column, dimension.cell()));
        }
        this.joint = new Kernels(dimensions, points, widths);
        this.blend = Blend.learn(advantages(points.size()));
    }

    private static double width(double[] column, int dimensions) {
        double shrinkage = StrictMath.pow(Math.max(1, column.length), -1.0 / (dimensions + 4));
        return Math.max(LEAST_WIDTH, NARROWNESS * Columns.deviation(column) * shrinkage);
    }

    private double[] advantages(int trials) {
        double[] advantages = new double[trials];
        for (int k = 0; k < trials; k++) {
            advantages[k] = joint.logWithout(k);
            for (SampledMarginal marginal : product) {
                advantages[k] -= marginal.logWithout(k);
            }
        }
        return advantages;
    }

    Blend blend() {
        return blend;
    }

    double[] draw(HashedRandom random) {
        if (random.unit() < blend.jointShare()) {
            return joint.draw(random);
        }
        return product.stream().mapToDouble(marginal -> marginal.draw(random)).toArray();
    }

    /** The logarithm of the density at a point. */
    double log(double[] point) {
        double sum = 0;
        for (int d = 0; d < point.length; d++) {
            sum += product.get(d).log(point[d]);
        }
        return blend.log(joint.log(point), sum);
    }
}
