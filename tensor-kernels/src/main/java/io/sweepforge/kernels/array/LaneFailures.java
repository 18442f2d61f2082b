package io.sweepforge.kernels.array;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.gpu.GpuException;

/** What went wrong when a lane threw. */
final class LaneFailures {
    private LaneFailures() {}

    static Cause causeOf(Throwable error) {
        boolean gpuIsFull = error instanceof GpuException gpu && gpu.kind() == GpuException.Kind.OUT_OF_MEMORY;
        return gpuIsFull || error instanceof OutOfMemoryError ? Cause.OUT_OF_MEMORY : Cause.DEVICE_FAILED;
    }
}
