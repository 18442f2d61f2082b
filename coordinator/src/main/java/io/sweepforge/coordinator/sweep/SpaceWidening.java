package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.Parsed;
import io.sweepforge.search.space.CategoricalDomain;
import io.sweepforge.search.space.Domain;
import io.sweepforge.search.space.FloatDomain;
import io.sweepforge.search.space.IntDomain;
import io.sweepforge.search.space.Parameter;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import io.sweepforge.search.space.SpaceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A search space may only grow while a sweep runs, so that every trial so far stays a point of it. */
final class SpaceWidening {
    private SpaceWidening() {}

    /** @param changed the whole new space in the contract's form */
    static List<FieldError> problems(SweepSpec spec, Map<String, Object> changed) {
        Parsed<SpaceSpec> parsed = SpaceParser.parse(changed, spec.constraints(), spec.seedTrials());
        if (parsed.value().isEmpty()) {
            return parsed.errors();
        }
        return problems(Strategies.space(spec).space(), parsed.get().space());
    }

    private static List<FieldError> problems(SearchSpace before, SearchSpace after) {
        List<FieldError> errors = new ArrayList<>();
        for (Parameter parameter : after.parameters()) {
            if (before.parameter(parameter.name()).isEmpty()) {
                errors.add(error(parameter, "is new: a running sweep keeps its parameters"));
            }
        }
        for (Parameter parameter : before.parameters()) {
            problem(parameter, after.parameter(parameter.name())).ifPresent(errors::add);
        }
        return errors;
    }

    private static Optional<FieldError> problem(Parameter before, Optional<Parameter> after) {
        if (after.isEmpty()) {
            return Optional.of(error(before, "is missing: a running sweep keeps its parameters"));
        }
        if (!after.get().conditions().equals(before.conditions())) {
            return Optional.of(error(before, "must keep its conditions"));
        }
        return isWider(before.domain(), after.get().domain())
                ? Optional.empty()
                : Optional.of(error(
                        before,
                        "must be of the same type, scale and step and still hold "
                                + before.domain().expected()));
    }

    private static boolean isWider(Domain before, Domain after) {
        if (before instanceof FloatDomain old && after instanceof FloatDomain now) {
            return old.scale() == now.scale()
                    && old.step() == now.step()
                    && now.accept(old.min()).isPresent()
                    && now.max() >= old.max();
        }
        if (before instanceof IntDomain old && after instanceof IntDomain now) {
            return old.scale() == now.scale()
                    && old.step() == now.step()
                    && now.accept(old.min()).isPresent()
                    && now.max() >= old.max();
        }
        return before instanceof CategoricalDomain old
                && after instanceof CategoricalDomain now
                && now.values().containsAll(old.values());
    }

    private static FieldError error(Parameter parameter, String message) {
        return new FieldError("space." + parameter.name(), message);
    }
}
