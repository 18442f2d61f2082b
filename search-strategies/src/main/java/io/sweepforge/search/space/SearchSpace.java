package io.sweepforge.search.space;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Everything a sweep may try: parameters in the user's order, and constraints between them. Immutable. */
public final class SearchSpace {
    private final List<Parameter> parameters;
    private final List<Constraint> constraints;
    private final List<Parameter> parentsFirst;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when a name repeats, a parent is unknown or a parameter depends on itself */
    public SearchSpace(List<Parameter> parameters, List<Constraint> constraints) {
        this.parameters = List.copyOf(parameters);
        this.constraints = List.copyOf(constraints);
        for (Parameter parameter : this.parameters) {
            if (byName.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("parameters: must not repeat the name " + parameter.name());
            }
        }
        this.parentsFirst = Dependencies.parentsFirst(this.parameters);
        if (parentsFirst.size() < parameters.size()) {
            throw new IllegalArgumentException(
                    "parameters: every condition needs a known parent and no cycle, was " + parameters);
        }
    }

    /** In the user's order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    public List<Constraint> constraints() {
        return constraints;
    }

    /** Every parameter after those its conditions mention. */
    public List<Parameter> parentsFirst() {
        return parentsFirst;
    }

    public Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The configuration of chosen values. Asks for the values of active parameters only, parents first.
     *
     * @param choice a value of the parameter's domain
     */
    public Configuration configure(Function<Parameter, Object> choice) {
        Map<String, Object> active = new HashMap<>();
        for (Parameter parameter : parentsFirst) {
            if (parameter.isActive(active)) {
                active.put(parameter.name(), choice.apply(parameter));
            }
        }
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Object value = active.get(parameter.name());
            if (value != null) {
                ordered.put(parameter.name(), value);
            }
        }
        return new Configuration(ordered);
    }

    /** Whether all constraints hold. */
    public boolean allows(Configuration configuration) {
        return constraints.stream().allMatch(constraint -> constraint.holds(configuration.values()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchSpace space
                && parameters.equals(space.parameters)
                && constraints.equals(space.constraints);
    }

    @Override
    public int hashCode() {
        return 31 * parameters.hashCode() + constraints.hashCode();
    }

    @Override
    public String toString() {
        return "SearchSpace" + parameters + constraints;
    }
}
