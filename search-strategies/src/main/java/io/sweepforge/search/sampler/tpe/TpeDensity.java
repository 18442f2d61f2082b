package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.sampler.support.HashedRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The density of a set of trials: half a mixture of product kernels, which knows how parameters go together, half a
 * product of one mixture per parameter, which learns faster where they do not.
 */
final class TpeDensity {
    private final KernelMixture joint;
    private final List<KernelMixture> single = new ArrayList<>();

    /** @param points [N][dimensions], the oldest trial first */
    TpeDensity(List<TpeDimension> dimensions, List<double[]> points) {
        double[] weights = new double[points.size() + 1];
        Arrays.fill(weights, 1);
        double[][] joints = new double[dimensions.size()][];
        for (int d = 0; d < joints.length; d++) {
            double[] column = column(points, d);
            TpeDimension dimension = dimensions.get(d);
            joints[d] = Bandwidths.joint(column.length, joints.length, dimension.cell());
            single.add(new KernelMixture(
                    List.of(dimension),
                    Arrays.stream(column).mapToObj(x -> new double[] {x}).collect(Collectors.toUnmodifiableList()),
                    new double[][] {Bandwidths.byGaps(column, dimension.cell())},
                    weights));
        }
        joint = new KernelMixture(dimensions, points, joints, weights);
    }

    private static double[] column(List<double[]> points, int d) {
        return points.stream().mapToDouble(point -> point[d]).toArray();
    }

    double[] draw(HashedRandom random) {
        double[] point = new double[single.size()];
        if (random.unit() < 0.5) {
            joint.draw(random, point);
            return point;
        }
        double[] one = new double[1];
        for (int d = 0; d < point.length; d++) {
            single.get(d).draw(random, one);
            point[d] = one[0];
        }
        return point;
    }

    /** The logarithm of the density, up to a constant that is the same for every set of trials. */
    double log(double[] point) {
        double product = 0;
        for (int d = 0; d < point.length; d++) {
            product += single.get(d).log(new double[] {point[d]});
        }
        return KernelMixture.logSum(joint.log(point), product);
    }

    /** How wide kernels are, as deviations in units of the range. */
    private static final class Bandwidths {
        /** Narrow, because the kernels of single parameters already reach far. */
        private static final double JOINT_SCALE = 0.06;

        /** The same for all trials, shrinking with their number as in Scott's rule. */
        static double[] joint(int count, int dimensions, double cell) {
            double[] widths = new double[count];
            Arrays.fill(widths, Math.max(cell / 2, JOINT_SCALE * StrictMath.pow(count, -1.0 / (dimensions + 4))));
            return widths;
        }

        /** The larger distance to the two neighbours (Bergstra et al., NeurIPS 2011), clipped from below. */
        static double[] byGaps(double[] column, double cell) {
            int count = column.length;
            double least = Math.max(cell / 2, 1.0 / Math.min(100, count + 2));
            int[] order = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> column[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] widths = new double[count];
            for (int i = 0; i < count; i++) {
                double here = column[order[i]];
                double below = i == 0 ? 0 : column[order[i - 1]];
                double above = i == count - 1 ? 1 : column[order[i + 1]];
                widths[order[i]] = Math.min(1, Math.max(least, Math.max(here - below, above - here)));
            }
            return widths;
        }
    }
}
