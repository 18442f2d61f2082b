package io.sweepforge.search.space;

import io.sweepforge.search.space.expression.Expression;
import io.sweepforge.search.space.expression.ExpressionParser;
import io.sweepforge.search.space.expression.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A condition between parameters that every configuration must meet, such as {@code filters * 2 <= 96}. */
public final class Constraint {
    private final String source;
    private final Expression expression;

    private Constraint(String source, Expression expression) {
        this.source = source;
        this.expression = expression;
    }

    /**
     * Reads a constraint.
     *
     * @param parameters what the constraint may mention
     * @throws io.sweepforge.search.space.expression.ExpressionException naming the column and what would be right
     */
    public static Constraint parse(String source, Collection<Parameter> parameters) {
        return parse(source, parameters, Set.of());
    }

    /**
     * Reads a constraint over a space with mistakes.
     *
     * @param mistaken names that exist but have no domain; what mentions one of them cannot be evaluated
     */
    static Constraint parse(String source, Collection<Parameter> parameters, Set<String> mistaken) {
        Map<String, Type> types = new LinkedHashMap<>();
        mistaken.forEach(name -> types.put(name, Type.UNKNOWN));
        parameters.forEach(parameter -> types.put(parameter.name(), type(parameter.domain())));
        return new Constraint(source, ExpressionParser.parseCondition(source, types));
    }

    private static Type type(Domain domain) {
        return domain instanceof CategoricalDomain categories
                ? categories.values().stream().map(Type::of).reduce(Type::join).orElse(Type.MIXED)
                : Type.NUMBER;
    }

    /** As the user wrote it. */
    public String source() {
        return source;
    }

    /**
     * Holds also when it mentions a parameter that is not active.
     *
     * @param active the values of the active parameters by name
     */
    public boolean holds(Map<String, Object> active) {
        return !active.keySet().containsAll(expression.names()) || (boolean) expression.evaluate(active);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Constraint constraint && source.equals(constraint.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
