package io.sweepforge.kernels.gpu;

/** A call to the driver, to cuDNN or to the device itself that did not succeed. */
public final class GpuException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        /** No room; whoever asked can do without, everybody else is untouched. */
        OUT_OF_MEMORY,
        /** This combination is not offered on this device or by this version. */
        NOT_SUPPORTED,
        /** A mistake of this program; the device is untouched. */
        INVALID_CALL,
        /**
         * The device's context is broken: a kernel failed, or the device is gone. Every later call of this process fails
         * as well; only another process can use the device again.
         */
        STICKY
    }

    private final Kind kind;

    public GpuException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
