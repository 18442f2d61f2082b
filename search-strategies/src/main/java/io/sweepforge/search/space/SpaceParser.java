package io.sweepforge.search.space;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Parsed;
import io.sweepforge.search.Values;
import io.sweepforge.search.space.expression.ExpressionException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields {@code space}, {@code constraints} and {@code seedTrials} of a sweep specification. */
public final class SpaceParser {
    private final List<FieldError> errors = new ArrayList<>();

    private SpaceParser() {}

    /**
     * Reads everything and keeps going after mistakes.
     *
     * @param space parameters by name: maps, lists, texts, numbers and booleans as a JSON reader yields them
     * @param constraints a list of texts
     * @param seedTrials a list of maps from parameter to value
     * @return the space, or every mistake with its full path; null stands for an absent field and means empty
     */
    public static Parsed<SpaceSpec> parse(
            @Nullable Object space, @Nullable Object constraints, @Nullable Object seedTrials) {
        return new SpaceParser().parseAll(space, constraints, seedTrials);
    }

    private Parsed<SpaceSpec> parseAll(
            @Nullable Object spaceTree, @Nullable Object constraintTree, @Nullable Object trialTree) {
        List<Parameter> parameters = parameters(spaceTree);
        Set<String> mistaken = mistaken(spaceTree, parameters);
        List<Constraint> constraints = constraints(constraintTree, parameters, mistaken);
        SearchSpace space = new SearchSpace(parameters, errors.isEmpty() ? constraints : List.of());
        List<Configuration> seedTrials = seedTrials(trialTree, space, mistaken);
        return errors.isEmpty() ? Parsed.of(new SpaceSpec(space, seedTrials)) : Parsed.invalid(errors);
    }

    private List<Parameter> parameters(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> fields) {
            return new ParametersParser(fields, errors).parse();
        }
        if (tree != null) {
            errors.add(new FieldError("space", "must be an object of parameters by name, was " + Values.show(tree)));
        }
        return List.of();
    }

    private static Set<String> mistaken(@Nullable Object tree, List<Parameter> sound) {
        Set<String> names = new LinkedHashSet<>();
        if (tree instanceof Map<?, ?> fields) {
            fields.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
        sound.forEach(parameter -> names.remove(parameter.name()));
        return names;
    }

    private List<Constraint> constraints(@Nullable Object tree, List<Parameter> parameters, Set<String> mistaken) {
        List<Constraint> constraints = new ArrayList<>();
        List<?> items = items("constraints", tree);
        for (int i = 0; i < items.size(); i++) {
            String path = "constraints[" + i + "]";
            if (items.get(i) instanceof String source) {
                parseConstraint(path, source, parameters, mistaken).ifPresent(constraints::add);
            } else {
                errors.add(new FieldError(path, "must be a text, was " + Values.show(items.get(i))));
            }
        }
        return constraints;
    }

    private Optional<Constraint> parseConstraint(
            String path, String source, List<Parameter> known, Set<String> mistaken) {
        try {
            return Optional.of(Constraint.parse(source, known, mistaken));
        } catch (ExpressionException mistake) {
            errors.add(new FieldError(path, String.valueOf(mistake.getMessage())));
            return Optional.empty();
        }
    }

    private List<Configuration> seedTrials(@Nullable Object tree, SearchSpace space, Set<String> mistaken) {
        List<Configuration> trials = new ArrayList<>();
        List<?> items = items("seedTrials", tree);
        for (int i = 0; i < items.size(); i++) {
            Parsed<Configuration> trial =
                    ConfigurationCheck.check(space, mistaken, "seedTrials[" + i + "]", items.get(i));
            trial.value().ifPresent(trials::add);
            errors.addAll(trial.errors());
        }
        return trials;
    }

    private List<?> items(String field, @Nullable Object tree) {
        if (tree != null && !(tree instanceof List<?>)) {
            errors.add(new FieldError(field, "must be a list, was " + Values.show(tree)));
        }
        return tree instanceof List<?> list ? list : List.of();
    }
}
