package io.sweepforge.search.space;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.NearestName;
import io.sweepforge.search.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the parameters of a space: domains first, then the conditions between them. */
final class ParametersParser {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private static final int MAX_PARAMETERS = 1_000;

    private final Map<?, ?> fields;
    private final List<FieldError> errors;
    private final Map<String, Domain> domains = new LinkedHashMap<>();

    ParametersParser(Map<?, ?> fields, List<FieldError> errors) {
        this.fields = fields;
        this.errors = errors;
    }

    /** The parameters without a mistake, in themselves or in what they depend on. */
    List<Parameter> parse() {
        if (fields.size() > MAX_PARAMETERS) {
            errors.add(new FieldError(
                    "space", "must hold at most %d parameters, was %d".formatted(MAX_PARAMETERS, fields.size())));
            return List.of();
        }
        fields.forEach((name, tree) -> readDomain(String.valueOf(name), tree));
        List<Parameter> sound = new ArrayList<>();
        for (Object key : fields.keySet()) {
            String name = String.valueOf(key);
            int before = errors.size();
            List<Condition> conditions = conditions(name);
            Domain domain = domains.get(name);
            if (domain != null && errors.size() == before) {
                sound.add(new Parameter(name, domain, conditions));
            }
        }
        sound.forEach(parameter -> refuseCycle(parameter, sound));
        Set<Parameter> placed = new HashSet<>(Dependencies.parentsFirst(sound));
        sound.removeIf(parameter -> !placed.contains(parameter));
        return sound;
    }

    private void readDomain(String name, Object tree) {
        String path = "space." + name;
        if (!NAME.matcher(name).matches()) {
            errors.add(new FieldError(path, "must be a name of letters, digits and _ that starts with no digit"));
        }
        FieldReader.of(path, tree, errors).flatMap(DomainParser::parse).ifPresent(domain -> domains.put(name, domain));
    }

    private List<Condition> conditions(String name) {
        if (!(fields.get(name) instanceof Map<?, ?> parameter) || parameter.get("when") == null) {
            return List.of();
        }
        List<Condition> conditions = new ArrayList<>();
        String path = "space." + name + ".when";
        if (parameter.get("when") instanceof Map<?, ?> when) {
            FieldReader reader = new FieldReader(path, when, errors);
            when.keySet()
                    .forEach(parent -> condition(String.valueOf(parent), reader).ifPresent(conditions::add));
        } else {
            errors.add(new FieldError(
                    path,
                    "must map a parent parameter to a list of its values, was " + Values.show(parameter.get("when"))));
        }
        return conditions;
    }

    private Optional<Condition> condition(String parent, FieldReader when) {
        if (!fields.containsKey(parent)) {
            List<String> known = fields.keySet().stream().map(String::valueOf).collect(Collectors.toList());
            when.error(parent, "is not a parameter of the space; " + NearestName.hint(parent, known));
            return Optional.empty();
        }
        Domain domain = domains.get(parent);
        if (domain == null) {
            return Optional.of(new Condition(parent, List.of()));
        }
        if (domain.size().isEmpty()) {
            when.error(parent, "must be categorical, int or have a step to decide about another parameter");
            return Optional.empty();
        }
        return when.list(parent).map(values -> new Condition(parent, accepted(parent, values, domain, when)));
    }

    private static List<Object> accepted(String parent, List<Object> values, Domain domain, FieldReader when) {
        if (values.isEmpty()) {
            when.error(parent, "must hold at least one value");
        }
        List<Object> accepted = new ArrayList<>();
        for (Object value : values) {
            domain.accept(value)
                    .ifPresentOrElse(
                            accepted::add,
                            () -> when.error(
                                    parent, "must hold %s, was %s".formatted(domain.expected(), Values.show(value))));
        }
        return accepted;
    }

    private void refuseCycle(Parameter parameter, List<Parameter> parameters) {
        List<String> cycle = Dependencies.cycle(parameter, parameters);
        if (!cycle.isEmpty()) {
            errors.add(new FieldError(
                    "space." + parameter.name() + ".when",
                    "must not depend on itself, but does: " + String.join(" → ", cycle)));
        }
    }
}
