package io.sweepforge.node.trial;

import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.FailureCode;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an attempt needs cannot be had, and trying again here would not help. */
public final class TrialFailedException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(TrialFailedException.class);

    private final FailureCode code;

    public TrialFailedException(FailureCode code, String message) {
        super(message);
        this.code = code;
    }

    /** The failure that a future's error means; one that nobody expected is logged and blamed on this node. */
    static Failure failureOf(@Nullable Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof TrialFailedException failed) {
            return new Failure(failed.code, String.valueOf(failed.getMessage()));
        }
        LOG.error("Unexpected", cause);
        return new Failure(FailureCode.DEVICE_FAILED, String.valueOf(cause));
    }
}
