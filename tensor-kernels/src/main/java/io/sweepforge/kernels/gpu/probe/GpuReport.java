package io.sweepforge.kernels.gpu.probe;

import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the probe found.
 *
 * @param driverVersion the CUDA version that the driver offers, e.g. 12040; empty without a driver
 * @param devices those that this process may see, usable or not
 * @param cudnn empty when it was not found, or not looked for because something was missing before
 * @param obstacle why GPUs cannot be used here and what to do about it; empty when all of them can
 */
public record GpuReport(
        OptionalInt driverVersion,
        List<GpuDescription> devices,
        Optional<CudnnLibrary> cudnn,
        Optional<String> obstacle) {
    public GpuReport {
        devices = List.copyOf(devices);
    }
}
