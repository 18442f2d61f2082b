package io.sweepforge.search.space.expression;

/** What kind of value an expression has; known before it is evaluated. */
public enum Type {
    NUMBER("a number"),
    TEXT("a text"),
    BOOLEAN("true or false"),
    /** A categorical parameter whose values differ in kind: can only be compared for equality. */
    MIXED("a mixed category"),
    /** A parameter that is itself mistaken: fits everywhere, so that one mistake is not told twice. */
    UNKNOWN("anything");

    private final String words;

    Type(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    public static Type of(Object value) {
        return value instanceof Number ? NUMBER : value instanceof Boolean ? BOOLEAN : TEXT;
    }

    public Type join(Type other) {
        return this == other ? this : MIXED;
    }

    boolean comparableTo(Type other) {
        return this == other || isLoose() || other.isLoose();
    }

    private boolean isLoose() {
        return this == MIXED || this == UNKNOWN;
    }
}
