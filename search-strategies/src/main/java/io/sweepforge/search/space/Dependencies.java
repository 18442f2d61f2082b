package io.sweepforge.search.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order that conditions impose on parameters. */
final class Dependencies {
    private Dependencies() {}

    /** The parameters ordered so that parents come first; leaves out those that no order can place. */
    static List<Parameter> parentsFirst(List<Parameter> parameters) {
        List<Parameter> placed = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Parameter> waiting = new ArrayList<>(parameters);
        boolean progress = true;
        while (progress) {
            progress = waiting.removeIf(parameter -> place(parameter, names, placed));
        }
        return List.copyOf(placed);
    }

    private static boolean place(Parameter parameter, Set<String> names, List<Parameter> placed) {
        boolean ready = parameter.conditions().stream().allMatch(condition -> names.contains(condition.parent()));
        if (ready) {
            names.add(parameter.name());
            placed.add(parameter);
        }
        return ready;
    }

    /** The names on the way from a parameter through its parents back to itself; empty when there is no such way. */
    static List<String> cycle(Parameter start, List<Parameter> parameters) {
        Map<String, Parameter> byName = new HashMap<>();
        parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
        List<String> way = new ArrayList<>(List.of(start.name()));
        return leadsTo(start.name(), start, byName, way, new HashSet<>()) ? way : List.of();
    }

    private static boolean leadsTo(
            String goal, Parameter from, Map<String, Parameter> byName, List<String> way, Set<String> seen) {
        for (Condition condition : from.conditions()) {
            Parameter parent = byName.get(condition.parent());
            way.add(condition.parent());
            if (condition.parent().equals(goal)) {
                return true;
            }
            if (parent != null && seen.add(parent.name()) && leadsTo(goal, parent, byName, way, seen)) {
                return true;
            }
            way.remove(way.size() - 1);
        }
        return false;
    }
}
