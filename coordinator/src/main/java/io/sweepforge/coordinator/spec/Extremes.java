package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trials at the ends of a sweep's space, to ask nodes what they would need. */
public final class Extremes {
    private Extremes() {}

    /** Parameters of the trial with every smallest value, and of the one with every largest; fixed ones included. */
    public static List<Map<String, Object>> of(SweepSpec spec) {
        SearchSpace space =
                SpaceParser.parse(spec.space(), List.of(), List.of()).get().space();
        return List.of(at(0, space, spec), at(1, space, spec));
    }

    private static Map<String, Object> at(double unit, SearchSpace space, SweepSpec spec) {
        Map<String, Object> parameters = new LinkedHashMap<>(spec.trial().fixed());
        parameters.putAll(
                space.configure(parameter -> parameter.domain().fromUnit(unit)).values());
        return parameters;
    }
}
