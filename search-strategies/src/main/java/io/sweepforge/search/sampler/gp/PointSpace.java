package io.sweepforge.search.sampler.gp;

import io.sweepforge.search.sampler.support.Coordinates;
import io.sweepforge.search.space.CategoricalDomain;
import io.sweepforge.search.space.Condition;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.Domain;
import io.sweepforge.search.space.FloatDomain;
import io.sweepforge.search.space.IntDomain;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.Scale;
import io.sweepforge.search.space.SearchSpace;
import java.util.List;

/**
 * The search space as points (see {@link Coordinates}). A point is made from <em>genes</em>: one value for every
 * parameter, whether active or not, numbers from [0, 1] and categories as indices.
 */
final class PointSpace {
    private final SearchSpace space;
    private final Coordinates coordinates;
    private final int[] parentsFirst;

    PointSpace(SearchSpace space) {
        this.space = space;
        this.coordinates = new Coordinates(space);
        this.parentsFirst = space.parentsFirst().stream()
                .mapToInt(space.parameters()::indexOf)
                .toArray();
    }

    int size() {
        return coordinates.size();
    }

    boolean isCategorical(int d) {
        return coordinates.isCategorical(d);
    }

    boolean isConditional(int d) {
        return !parameter(d).conditions().isEmpty();
    }

    /** How many values a parameter has, 0 when it is continuous. */
    long values(int d) {
        return coordinates.values(d);
    }

    double[] point(Configuration configuration) {
        return coordinates.point(configuration);
    }

    Configuration configuration(double[] point) {
        return coordinates.configuration(point);
    }

    /** False for a trial of an earlier sweep that lacks a parameter or has a category that is no more. */
    boolean contains(double[] point) {
        for (int d = 0; d < point.length; d++) {
            boolean missing = Double.isNaN(point[d]) && !isConditional(d);
            if (missing || (isCategorical(d) && point[d] < 0)) {
                return false;
            }
        }
        return true;
    }

    boolean isUnconstrained() {
        return space.constraints().isEmpty();
    }

    /** Whether the constraints hold at the configuration nearest to a point. */
    boolean allows(double[] point) {
        return isUnconstrained() || space.allows(configuration(point));
    }

    /** Genes from one number of [0, 1) each. */
    double[] genes(double[] units) {
        double[] genes = units.clone();
        for (int d = 0; d < genes.length; d++) {
            genes[d] = isCategorical(d) ? Math.floor(units[d] * values(d)) : units[d];
        }
        return genes;
    }

    /** Genes of a point: what is not active stands in the middle. */
    double[] genesOf(double[] point) {
        double[] genes = point.clone();
        for (int d = 0; d < genes.length; d++) {
            if (Double.isNaN(genes[d])) {
                genes[d] = isCategorical(d) ? 0 : 0.5;
            }
        }
        return genes;
    }

    /** The point of some genes: numbers moved to values that exist, NaN for what is not active. */
    double[] snap(double[] genes) {
        double[] point = new double[genes.length];
        for (int d : parentsFirst) {
            point[d] = isActive(d, point) ? snap(d, genes[d]) : Double.NaN;
        }
        return point;
    }

    private boolean isActive(int d, double[] point) {
        for (Condition condition : parameter(d).conditions()) {
            int parent = indexOf(condition.parent());
            if (Double.isNaN(point[parent]) || !condition.values().contains(value(parent, point[parent]))) {
                return false;
            }
        }
        return true;
    }

    private double snap(int d, double gene) {
        long count = values(d);
        if (count == 0 || isCategorical(d)) {
            return gene;
        }
        Domain domain = parameter(d).domain();
        boolean even = domain instanceof FloatDomain || ((IntDomain) domain).scale() == Scale.LINEAR;
        return even
                ? (Math.min(count - 1, Math.floor(gene * count)) + 0.5) / count
                : domain.toUnit(domain.fromUnit(gene));
    }

    private Object value(int d, double coordinate) {
        Domain domain = parameter(d).domain();
        return domain instanceof CategoricalDomain ? domain.at((long) coordinate) : domain.fromUnit(coordinate);
    }

    private int indexOf(String name) {
        List<Parameter> parameters = space.parameters();
        for (int d = 0; d < parameters.size(); d++) {
            if (parameters.get(d).name().equals(name)) {
                return d;
            }
        }
        throw new IllegalArgumentException("name: must be a parameter of the space, was " + name);
    }

    private Parameter parameter(int d) {
        return coordinates.parameter(d);
    }
}
