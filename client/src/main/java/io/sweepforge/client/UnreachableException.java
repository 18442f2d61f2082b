package io.sweepforge.client;

import java.net.URI;
import java.time.Duration;

/** No coordinator answered for as long as the client was told to try. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(URI url, Duration tried, Exception cause) {
        super("no coordinator answers at " + url + ", tried for " + tried.toSeconds() + " s", cause);
    }
}
