package io.sweepforge.coordinator.artifact;

import java.io.IOException;

/** The bytes that arrived are not those that were announced. */
public final class HashMismatchException extends IOException {
    private static final long serialVersionUID = 1L;

    public HashMismatchException(String announced, String arrived) {
        super("The bytes have the SHA-256 " + arrived + " but " + announced + " was announced; send them again.");
    }
}
