package io.sweepforge.kernels.data;

/** A data set that cannot be read; the message says where it is wrong and what would be right. */
public final class BadDatasetException extends Exception {
    private static final long serialVersionUID = 1L;

    public BadDatasetException(String message) {
        super(message);
    }
}
