package io.sweepforge.search.space;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.NearestName;
import io.sweepforge.search.Parsed;
import io.sweepforge.search.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a configuration that a user wrote and finds everything that is wrong with it. */
public final class ConfigurationCheck {
    private final SearchSpace space;
    private final Set<String> ignored;
    private final String path;
    private final List<FieldError> errors = new ArrayList<>();

    private ConfigurationCheck(SearchSpace space, Set<String> ignored, String path) {
        this.space = space;
        this.ignored = ignored;
        this.path = path;
    }

    /**
     * Checks every parameter, and the constraints once all parameters are right.
     *
     * @param path where the configuration stands in the request, e.g. {@code seedTrials[1]}
     * @param tree parameter values by name; integers may be written like 16.0
     */
    public static Parsed<Configuration> check(SearchSpace space, String path, @Nullable Object tree) {
        return check(space, Set.of(), path, tree);
    }

    /** Checks what can be checked in a space of which some parameters are mistaken themselves. */
    static Parsed<Configuration> check(SearchSpace space, Set<String> mistaken, String path, @Nullable Object tree) {
        return new ConfigurationCheck(space, mistaken, path).check(tree);
    }

    private Parsed<Configuration> check(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> given)) {
            return Parsed.invalid(
                    List.of(new FieldError(path, "must be an object of parameter values, was " + Values.show(tree))));
        }
        refuseUnknown(given);
        Map<String, Object> accepted = new HashMap<>();
        for (Parameter parameter : space.parentsFirst()) {
            read(parameter, given.get(parameter.name()), accepted);
        }
        if (errors.isEmpty()) {
            checkConstraints(accepted);
        }
        return errors.isEmpty()
                ? Parsed.of(space.configure(parameter -> accepted.get(parameter.name())))
                : Parsed.invalid(errors);
    }

    private void refuseUnknown(Map<?, ?> given) {
        List<String> known = space.parameters().stream().map(Parameter::name).collect(Collectors.toList());
        for (Object key : given.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name) && !ignored.contains(name)) {
                error(name, "is not a parameter of the space; " + NearestName.hint(name, known));
            }
        }
    }

    private void read(Parameter parameter, @Nullable Object value, Map<String, Object> accepted) {
        boolean active = parameter.isActive(accepted);
        if (!active && value != null) {
            error(parameter.name(), "must be left out: it applies only when " + conditions(parameter));
        }
        if (active && value == null) {
            error(parameter.name(), "is missing: must be " + parameter.domain().expected());
        }
        if (active && value != null) {
            Optional<Object> canonical = parameter.domain().accept(value);
            canonical.ifPresentOrElse(
                    good -> accepted.put(parameter.name(), good),
                    () -> error(
                            parameter.name(),
                            "must be %s, was %s".formatted(parameter.domain().expected(), Values.show(value))));
        }
    }

    private static String conditions(Parameter parameter) {
        return parameter.conditions().stream().map(Condition::words).collect(Collectors.joining(" and "));
    }

    private void checkConstraints(Map<String, Object> accepted) {
        for (Constraint constraint : space.constraints()) {
            if (!constraint.holds(accepted)) {
                errors.add(new FieldError(path, "violates the constraint " + constraint.source()));
            }
        }
    }

    private void error(String name, String message) {
        errors.add(new FieldError(path + "." + name, message));
    }
}
