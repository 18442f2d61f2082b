package io.sweepforge.search.sampler.tpe;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the other trials lie. Narrow as a joint density, so that it repels only from what was tried, and wide in every
 * single parameter, so that chance gaps between values do not attract.
 */
final class BadDensity {
    private static final double JOINT_WIDTH = 0.06;
    private static final double SINGLE_WIDTH = 0.1;

    private final Kernels joint;
    private final List<Marginal> product = new ArrayList<>();
    private final Blend blend;

    BadDensity(List<TpeDimension> dimensions, List<double[]> points, Blend blend) {
        this.blend = blend;
        double[] widths = new double[dimensions.size()];
        double shrinkage = StrictMath.pow(Math.max(1, points.size()), -1.0 / (widths.length + 4));
        for (int d = 0; d < widths.length; d++) {
            TpeDimension dimension = dimensions.get(d);
            double[] column = Columns.of(points, d);
            double least = dimension.cell() / 2;
            widths[d] = Math.max(least, JOINT_WIDTH * shrinkage);
            product.add(
                    dimension.isCategorical()
                            ? new CategoryMarginal(column, dimension.choices())
                            : new TableMarginal(column, Math.max(least, SINGLE_WIDTH)));
        }
        this.joint = new Kernels(dimensions, points, widths);
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
