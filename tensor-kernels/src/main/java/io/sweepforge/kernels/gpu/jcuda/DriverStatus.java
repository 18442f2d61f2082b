package io.sweepforge.kernels.gpu.jcuda;

import static io.sweepforge.kernels.gpu.GpuException.Kind.INVALID_CALL;
import static io.sweepforge.kernels.gpu.GpuException.Kind.NOT_SUPPORTED;
import static io.sweepforge.kernels.gpu.GpuException.Kind.OUT_OF_MEMORY;
import static io.sweepforge.kernels.gpu.GpuException.Kind.STICKY;

import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuException.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the driver's status codes mean for whoever called (CUDA driver API, {@code CUresult}). Which codes leave the context
 * broken is said there code by code; one that is not listed here is taken to do so, since training on with a broken device
 * would fail every trial.
 */
enum DriverStatus {
    INVALID_VALUE(1, INVALID_CALL),
    OUT_OF_GPU_MEMORY(2, OUT_OF_MEMORY),
    NOT_INITIALIZED(3, INVALID_CALL),
    DEINITIALIZED(4, STICKY),
    STUB_LIBRARY(34, NOT_SUPPORTED),
    DEVICE_UNAVAILABLE(46, NOT_SUPPORTED),
    NO_DEVICE(100, NOT_SUPPORTED),
    INVALID_DEVICE(101, INVALID_CALL),
    INVALID_IMAGE(200, INVALID_CALL),
    INVALID_CONTEXT(201, INVALID_CALL),
    MAP_FAILED(205, INVALID_CALL),
    NO_BINARY_FOR_GPU(209, NOT_SUPPORTED),
    ECC_UNCORRECTABLE(214, STICKY),
    INVALID_PTX(218, NOT_SUPPORTED),
    NVLINK_UNCORRECTABLE(220, STICKY),
    JIT_COMPILER_NOT_FOUND(221, NOT_SUPPORTED),
    UNSUPPORTED_PTX_VERSION(222, NOT_SUPPORTED),
    JIT_COMPILATION_DISABLED(223, NOT_SUPPORTED),
    INVALID_SOURCE(300, INVALID_CALL),
    SHARED_OBJECT_INIT_FAILED(303, NOT_SUPPORTED),
    OPERATING_SYSTEM(304, NOT_SUPPORTED),
    INVALID_HANDLE(400, INVALID_CALL),
    ILLEGAL_STATE(401, INVALID_CALL),
    NOT_FOUND(500, INVALID_CALL),
    NOT_READY(600, INVALID_CALL),
    ILLEGAL_ADDRESS(700, STICKY),
    LAUNCH_OUT_OF_RESOURCES(701, NOT_SUPPORTED),
    LAUNCH_TIMEOUT(702, STICKY),
    CONTEXT_IS_DESTROYED(709, STICKY),
    ASSERT(710, STICKY),
    HARDWARE_STACK_ERROR(714, STICKY),
    ILLEGAL_INSTRUCTION(715, STICKY),
    MISALIGNED_ADDRESS(716, STICKY),
    INVALID_ADDRESS_SPACE(717, STICKY),
    INVALID_PC(718, STICKY),
    LAUNCH_FAILED(719, STICKY),
    COOPERATIVE_LAUNCH_TOO_LARGE(720, NOT_SUPPORTED),
    NOT_PERMITTED(800, NOT_SUPPORTED),
    UNSUPPORTED(801, NOT_SUPPORTED),
    SYSTEM_NOT_READY(802, NOT_SUPPORTED),
    SYSTEM_DRIVER_MISMATCH(803, NOT_SUPPORTED),
    COMPAT_NOT_SUPPORTED_ON_DEVICE(804, NOT_SUPPORTED),
    STREAM_CAPTURE_UNSUPPORTED(900, INVALID_CALL),
    STREAM_CAPTURE_INVALIDATED(901, INVALID_CALL),
    STREAM_CAPTURE_MERGE(902, INVALID_CALL),
    STREAM_CAPTURE_UNMATCHED(903, INVALID_CALL),
    STREAM_CAPTURE_UNJOINED(904, INVALID_CALL),
    STREAM_CAPTURE_ISOLATION(905, INVALID_CALL),
    STREAM_CAPTURE_IMPLICIT(906, INVALID_CALL),
    CAPTURED_EVENT(907, INVALID_CALL),
    STREAM_CAPTURE_WRONG_THREAD(908, INVALID_CALL),
    INVALID_CLUSTER_SIZE(912, NOT_SUPPORTED),
    UNKNOWN(999, STICKY);

    static final int SUCCESS = 0;

    private static final Map<Integer, DriverStatus> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(DriverStatus::code, Function.identity()));

    private final int code;
    private final Kind kind;

    DriverStatus(int code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    int code() {
        return code;
    }

    /**
     * The funnel that every call to the driver passes.
     *
     * @param operation what was tried, for people, e.g. {@code "copying to the device"}
     * @throws GpuException unless the status is success
     */
    static void check(int status, String operation) {
        if (status != SUCCESS) {
            throw exception(status, operation);
        }
    }

    /** The same for an operation on some bytes. */
    static void check(int status, String operation, long bytes) {
        if (status != SUCCESS) {
            throw exception(status, operation + " (" + bytes + " bytes)");
        }
    }

    /** What a status other than success means. */
    static GpuException exception(int status, String operation) {
        DriverStatus known = BY_CODE.get(status);
        String name = known == null ? "a code this build does not know" : known.name();
        Kind kind = known == null ? STICKY : known.kind;
        return new GpuException(kind, "%s failed: the driver answered %d (%s)".formatted(operation, status, name));
    }
}
