package io.sweepforge.search.space.expression;

/** What kind of value an expression has; known before it is evaluated. */
public enum Type {
    NUMBER("a number"),
    TEXT("a text"),
    BOOLEAN("true or false"),
    /** A categorical parameter whose values differ in kind: can only be compared for equality. */
    ANY("a mixed category");

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
        return this == other ? this : ANY;
    }

    boolean comparableTo(Type other) {
        return this == other || this == ANY || other == ANY;
    }
}
