package io.sweepforge.search.space.expression;

/** @param position of its first character, from 0 */
record Token(Kind kind, String text, int position) {
    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbol);
    }

    /** The token for a message. */
    String words() {
        return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }
}
