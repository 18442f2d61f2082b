package io.sweepforge.search.space.expression;

/** A mistake in an expression, with the column where it is. */
public final class ExpressionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param position from 0 */
    ExpressionException(int position, String message) {
        super("column " + (position + 1) + ": " + message);
    }
}
