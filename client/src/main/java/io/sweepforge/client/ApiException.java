package io.sweepforge.client;

import java.util.List;

/** The coordinator answered a request with a problem. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<FieldError> errors;

    ApiException(int status, String message, List<FieldError> errors) {
        super(message);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** Every mistake in the body; empty when the problem is not about a body. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Whether the request was at fault, not the coordinator. */
    public boolean isRefusal() {
        return status < 500;
    }
}
