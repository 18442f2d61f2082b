package io.sweepforge.search.space.expression;

import org.jspecify.annotations.Nullable;

/** A part of an expression while it is parsed. */
record Node(Type type, int position, Expression.Code code) {
    static Node constant(Token token, Object value) {
        return new Node(Type.of(value), token.position(), values -> value);
    }

    /** Parameter values as the operators want them: every number a double. */
    static Object plain(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("values: must hold every name the expression mentions");
        }
        return value instanceof Number number ? number.doubleValue() : value;
    }

    /** This node, if its type is the one that is needed. */
    Node require(Type needed, String user) {
        if (type != needed && type != Type.UNKNOWN) {
            throw new ExpressionException(
                    position, "%s needs %s, found %s".formatted(user, needed.words(), type.words()));
        }
        return this;
    }
}
