package io.sweepforge.kernels.gpu;

/** A function that runs on the device, loaded. It lives as long as its GPU. */
public interface GpuKernel {
    /** Its name in the source. */
    String name();
}
