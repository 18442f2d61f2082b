package io.sweepforge.search.sampler.support;

import io.sweepforge.search.space.CategoricalDomain;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.Domain;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.SearchSpace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Configurations as points, one coordinate per parameter in the order of the space: a number as a point of [0, 1] on its
 * scale, a category as its index, a parameter that is not active as NaN.
 */
public final class Coordinates {
    private final SearchSpace space;
    private final List<Parameter> parameters;
    private final Map<String, Integer> positions = new HashMap<>();

    public Coordinates(SearchSpace space) {
        this.space = space;
        this.parameters = space.parameters();
        parameters.forEach(parameter -> positions.put(parameter.name(), positions.size()));
    }

    /** How many coordinates a point has. */
    public int size() {
        return parameters.size();
    }

    public Parameter parameter(int d) {
        return parameters.get(d);
    }

    public boolean isCategorical(int d) {
        return domain(d) instanceof CategoricalDomain;
    }

    /** How many values a parameter has, 0 when it is continuous. */
    public long values(int d) {
        return domain(d).size().orElse(0);
    }

    /** The point of a configuration. */
    public double[] point(Configuration configuration) {
        double[] point = new double[size()];
        for (int d = 0; d < point.length; d++) {
            Object value = configuration.values().get(parameter(d).name());
            point[d] = value == null ? Double.NaN : coordinate(d, value);
        }
        return point;
    }

    private double coordinate(int d, Object value) {
        double unit = domain(d).toUnit(value);
        return isCategorical(d) ? Math.floor(unit * values(d)) : unit;
    }

    /** The configuration nearest to a point; coordinates of parameters that turn out inactive do not matter. */
    public Configuration configuration(double[] point) {
        return space.configure(parameter -> value(position(parameter), point));
    }

    private Object value(int d, double[] point) {
        return isCategorical(d) ? domain(d).at((long) point[d]) : domain(d).fromUnit(point[d]);
    }

    private int position(Parameter parameter) {
        return Objects.requireNonNull(positions.get(parameter.name()));
    }

    private Domain domain(int d) {
        return parameter(d).domain();
    }
}
