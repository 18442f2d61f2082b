package io.sweepforge.kernels.gpu.jcuda;

import static io.sweepforge.kernels.gpu.GpuException.Kind.INVALID_CALL;
import static io.sweepforge.kernels.gpu.GpuException.Kind.NOT_SUPPORTED;
import static io.sweepforge.kernels.gpu.GpuException.Kind.OUT_OF_MEMORY;
import static io.sweepforge.kernels.gpu.GpuException.Kind.STICKY;

import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuException.Kind;
import java.util.Map;

/**
 * What cuDNN's status codes mean for whoever called. cuDNN 9 numbers them anew, by thousands (cuDNN 9 API, {@code
 * cudnnStatus_t}), and JCudnn's own constants are those of version 8: never compare with them.
 */
public final class CudnnStatus {
    public static final int SUCCESS = 0;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1001, "NOT_INITIALIZED"),
            Map.entry(1002, "SUBLIBRARY_VERSION_MISMATCH"),
            Map.entry(1005, "LICENSE_ERROR"),
            Map.entry(1008, "SUBLIBRARY_LOADING_FAILED"),
            Map.entry(2000, "BAD_PARAM"),
            Map.entry(2002, "BAD_PARAM_NULL_POINTER"),
            Map.entry(2003, "BAD_PARAM_MISALIGNED_POINTER"),
            Map.entry(2004, "BAD_PARAM_NOT_FINALIZED"),
            Map.entry(2005, "BAD_PARAM_OUT_OF_BOUND"),
            Map.entry(2006, "BAD_PARAM_SIZE_INSUFFICIENT"),
            Map.entry(2007, "BAD_PARAM_STREAM_MISMATCH"),
            Map.entry(2008, "BAD_PARAM_SHAPE_MISMATCH"),
            Map.entry(3000, "NOT_SUPPORTED"),
            Map.entry(3002, "NOT_SUPPORTED_SHAPE"),
            Map.entry(3003, "NOT_SUPPORTED_DATA_TYPE"),
            Map.entry(3004, "NOT_SUPPORTED_LAYOUT"),
            Map.entry(3005, "NOT_SUPPORTED_INCOMPATIBLE_CUDA_DRIVER"),
            Map.entry(3006, "NOT_SUPPORTED_INCOMPATIBLE_CUDART"),
            Map.entry(3007, "NOT_SUPPORTED_ARCH_MISMATCH"),
            Map.entry(3008, "NOT_SUPPORTED_RUNTIME_PREREQUISITE_MISSING"),
            Map.entry(3009, "NOT_SUPPORTED_SUBLIBRARY_UNAVAILABLE"),
            Map.entry(3010, "NOT_SUPPORTED_SHARED_MEMORY_INSUFFICIENT"),
            Map.entry(4000, "INTERNAL_ERROR"),
            Map.entry(4001, "INTERNAL_ERROR_COMPILATION_FAILED"),
            Map.entry(4003, "INTERNAL_ERROR_HOST_ALLOCATION_FAILED"),
            Map.entry(4004, "INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED"),
            Map.entry(5000, "EXECUTION_FAILED"),
            Map.entry(5001, "EXECUTION_FAILED_CUDA_DRIVER"),
            Map.entry(5002, "EXECUTION_FAILED_CUBLAS"),
            Map.entry(5003, "EXECUTION_FAILED_CUDART"));

    private static final Map<Integer, Kind> EXCEPTIONS =
            Map.of(4001, NOT_SUPPORTED, 4003, OUT_OF_MEMORY, 4004, OUT_OF_MEMORY);

    private CudnnStatus() {}

    /**
     * The funnel that every call to cuDNN passes.
     *
     * @param operation what was tried, for people
     * @throws GpuException unless the status is success
     */
    public static void check(int status, String operation) {
        if (status != SUCCESS) {
            String name = NAMES.getOrDefault(status, "a code this build does not know");
            throw new GpuException(
                    kind(status), "%s failed: cuDNN answered %d (%s)".formatted(operation, status, name));
        }
    }

    /** By thousands: of the installation, of the call, not offered, internal, on the device. */
    private static Kind kind(int status) {
        return EXCEPTIONS.getOrDefault(
                status,
                switch (status / 1000) {
                    case 1, 3 -> NOT_SUPPORTED;
                    case 2 -> INVALID_CALL;
                    default -> STICKY;
                });
    }
}
