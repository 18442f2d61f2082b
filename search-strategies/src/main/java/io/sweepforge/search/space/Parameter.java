package io.sweepforge.search.space;

import java.util.List;
import java.util.Map;

/**
 * One dimension of a search space.
 *
 * @param conditions all must hold for the parameter to be active; empty when it always is
 */
public record Parameter(String name, Domain domain, List<Condition> conditions) {
    public Parameter {
        conditions = List.copyOf(conditions);
    }

    /**
     * Whether all conditions hold.
     *
     * @param active the values of the active parameters by name; the parents' are enough
     */
    public boolean isActive(Map<String, Object> active) {
        for (Condition condition : conditions) {
            if (!condition.holds(active)) {
                return false;
            }
        }
        return true;
    }
}
