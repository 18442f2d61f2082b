package io.sweepforge.search.space;

import io.sweepforge.search.Values;
import java.util.List;
import java.util.Map;

/**
 * When a parameter is part of a configuration: its parent is active and has one of some values.
 *
 * @param parent name of the parameter it depends on
 * @param values at least one, each from the parent's domain
 */
public record Condition(String parent, List<Object> values) {
    public Condition {
        values = List.copyOf(values);
    }

    /**
     * Whether the parent is active and has one of the values.
     *
     * @param active the values of the active parameters by name
     */
    public boolean holds(Map<String, Object> active) {
        Object value = active.get(parent);
        return value != null && values.contains(value);
    }

    /** The condition in words, to follow "only when". */
    public String words() {
        return parent + " is " + (values.size() == 1 ? "" : "one of ") + Values.showAll(values);
    }
}
