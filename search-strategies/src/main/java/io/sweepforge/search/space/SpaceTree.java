package io.sweepforge.search.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a space the way {@link SpaceParser} reads it, with every default spelled out. */
public final class SpaceTree {
    private SpaceTree() {}

    /** The field {@code space}: parameters by name, in their order. */
    public static Map<String, Object> parameters(SearchSpace space) {
        Map<String, Object> tree = new LinkedHashMap<>();
        space.parameters().forEach(parameter -> tree.put(parameter.name(), parameter(parameter)));
        return tree;
    }

    /** The field {@code constraints}. */
    public static List<String> constraints(SearchSpace space) {
        return space.constraints().stream().map(Constraint::source).collect(Collectors.toList());
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> tree = domain(parameter.domain());
        if (!parameter.conditions().isEmpty()) {
            Map<String, Object> when = new LinkedHashMap<>();
            parameter.conditions().forEach(condition -> when.put(condition.parent(), condition.values()));
            tree.put("when", when);
        }
        return tree;
    }

    private static Map<String, Object> domain(Domain domain) {
        if (domain instanceof FloatDomain floats) {
            return numeric("float", floats.min(), floats.max(), floats.scale(), floats.step());
        }
        if (domain instanceof IntDomain integers) {
            return numeric("int", integers.min(), integers.max(), integers.scale(), integers.step());
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "categorical");
        tree.put("values", ((CategoricalDomain) domain).values());
        return tree;
    }

    private static Map<String, Object> numeric(String type, Number min, Number max, Scale scale, Number step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", type);
        tree.put("min", min);
        tree.put("max", max);
        tree.put("scale", scale.word());
        if (step.doubleValue() > 0) {
            tree.put("step", step);
        }
        return tree;
    }
}
