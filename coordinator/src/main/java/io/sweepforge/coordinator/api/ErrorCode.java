package io.sweepforge.coordinator.api;

/** Why a request was not done. The name is part of the contract: {@code type} of a problem is made of it. */
public enum ErrorCode {
    INVALID_REQUEST(400, "The request cannot be read"),
    INVALID_SPECIFICATION(422, "The request has mistakes"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "Your role does not allow this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This route does not take that method"),
    CONFLICT(409, "Not possible in the present state"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of another type than this route takes"),
    UNAVAILABLE(503, "Not ready yet; try again in a moment"),
    INTERNAL(500, "Something broke on our side");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
