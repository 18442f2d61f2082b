package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.space.Condition;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Parameters with the same conditions: always active together, so they have one joint density. */
record TpeGroup(List<TpeDimension> dimensions) {
    /** Every group after those that its conditions mention. */
    static List<TpeGroup> of(SearchSpace space) {
        Map<Set<Condition>, List<TpeDimension>> groups = new LinkedHashMap<>();
        for (Parameter parameter : space.parentsFirst()) {
            groups.computeIfAbsent(Set.copyOf(parameter.conditions()), conditions -> new ArrayList<>())
                    .add(TpeDimension.of(parameter));
        }
        return groups.values().stream().map(TpeGroup::new).collect(Collectors.toUnmodifiableList());
    }

    boolean isActive(Map<String, Object> values) {
        return dimensions.get(0).parameter().isActive(values);
    }

    /** A configuration in which the group is active, as a point. */
    double[] encode(Configuration configuration) {
        return dimensions.stream()
                .mapToDouble(dimension -> dimension.encode(value(dimension, configuration)))
                .toArray();
    }

    private static Object value(TpeDimension dimension, Configuration configuration) {
        Object value = configuration.values().get(dimension.parameter().name());
        if (value == null) {
            throw new IllegalArgumentException(
                    "configuration: must hold " + dimension.parameter().name() + ", was " + configuration);
        }
        return value;
    }

    /** The point that stands for what {@link #decode} makes of a point. */
    double[] snap(double[] point) {
        double[] snapped = new double[point.length];
        for (int d = 0; d < point.length; d++) {
            snapped[d] = dimensions.get(d).snap(point[d]);
        }
        return snapped;
    }

    /** The values at a point, by name. */
    Map<String, Object> decode(double[] point) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int d = 0; d < point.length; d++) {
            values.put(dimensions.get(d).parameter().name(), dimensions.get(d).decode(point[d]));
        }
        return values;
    }
}
