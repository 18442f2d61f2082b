package io.sweepforge.kernels.gpu.jcuda;

import io.sweepforge.kernels.gpu.GpuException;
import jcuda.driver.JCudaDriver;
import org.jspecify.annotations.Nullable;

/** NVIDIA's driver ({@code libcuda.so.1}), loaded and initialised once. */
final class DriverLibrary {
    private static boolean tried;
    private static @Nullable GpuException failure;

    private DriverLibrary() {}

    /**
     * Loads and initialises it; when that failed once, it fails again with the same words.
     *
     * @throws GpuException of kind not supported
     */
    static synchronized void load() {
        if (!tried) {
            tried = true;
            failure = attempt();
        }
        if (failure != null) {
            throw new GpuException(failure.kind(), String.valueOf(failure.getMessage()));
        }
    }

    private static @Nullable GpuException attempt() {
        try {
            NativeLoading.load(() -> JCudaDriver.setExceptionsEnabled(false));
            DriverStatus.check(JCudaDriver.cuInit(0), "starting the driver");
            return null;
        } catch (GpuException e) {
            return e;
        }
    }

    /** The CUDA version that it offers: major times 1000 plus minor times 10, e.g. 12040. Needs no device. */
    static int version() {
        NativeLoading.load(() -> JCudaDriver.setExceptionsEnabled(false));
        int[] version = new int[1];
        DriverStatus.check(JCudaDriver.cuDriverGetVersion(version), "asking the driver for its version");
        return version[0];
    }
}
