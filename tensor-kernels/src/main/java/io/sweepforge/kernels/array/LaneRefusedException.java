package io.sweepforge.kernels.array;

/** A trial that this array cannot train. */
public final class LaneRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Cause {
        /** Too large for the memory of this device; a larger one may take it. */
        OUT_OF_MEMORY,
        /** The parameters are not ones the family accepts. */
        INVALID_PARAMETERS,
        /** The data set does not fit the family. */
        UNSUITABLE_DATA,
        /** The checkpoint is damaged or of another specification. */
        BAD_CHECKPOINT,
        /** The device itself failed. */
        DEVICE_FAILED
    }

    private final Cause reason;

    public LaneRefusedException(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
