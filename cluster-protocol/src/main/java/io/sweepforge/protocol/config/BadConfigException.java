package io.sweepforge.protocol.config;

/** The configuration cannot be used; the message says which key, what is wrong and what would be right. */
public final class BadConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadConfigException(String message) {
        super(message);
    }
}
