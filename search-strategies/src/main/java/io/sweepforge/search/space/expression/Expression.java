package io.sweepforge.search.space.expression;

import java.util.Map;
import java.util.Set;

/**
 * A parsed expression.
 *
 * @param type what it evaluates to
 * @param names the parameters it mentions
 */
public record Expression(Type type, Set<String> names, Code code) {
    /** Computes a {@link Double}, {@link String} or {@link Boolean} from the values of parameters. */
    @FunctionalInterface
    interface Code {
        Object run(Map<String, Object> values);
    }

    public Expression {
        names = Set.copyOf(names);
    }

    /**
     * The value of the expression.
     *
     * @param values holds at least the mentioned names
     */
    public Object evaluate(Map<String, Object> values) {
        return code.run(values);
    }
}
