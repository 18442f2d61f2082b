package io.sweepforge.client.cli;

/** The user has to change the command line or a file that it names; the message says how. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
