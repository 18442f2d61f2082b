package io.sweepforge.search.space;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.NearestName;
import io.sweepforge.search.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the parameters of a space: domains first, then the conditions between them. */
final class ParametersParser {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Map<?, ?> fields;
    private final List<FieldError> errors;
    private final Map<String, Domain> domains = new LinkedHashMap<>();

    ParametersParser(Map<?, ?> fields, List<FieldError> errors) {
        this.fields = fields;
        this.errors = errors;
    }

    List<Parameter> parse() {
        fields.forEach((name, tree) -> readDomain(String.valueOf(name), tree));
        List<Parameter> parameters = domains.entrySet().stream()
                .map(entry -> new Parameter(entry.getKey(), entry.getValue(), conditions(entry.getKey())))
                .collect(Collectors.toList());
        parameters.forEach(parameter -> refuseCycle(parameter, parameters));
        return parameters;
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
            return Optional.empty();
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
