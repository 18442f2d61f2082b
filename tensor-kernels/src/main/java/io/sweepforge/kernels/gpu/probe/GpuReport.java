package io.sweepforge.kernels.gpu.probe;

import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What the probe found.
 *
 * @param driverVersion the CUDA version that the driver offers, e.g. 12040; empty without a driver
 * @param devices those that this process may see, usable or not
 * @param cudnn empty when it was not found, or not looked for because something was missing before
 * @param obstacle why no GPU can be used here and what to do about it; empty when each is judged by its faults
 * @param faults of devices
 * @param named whether {@code CUDA_VISIBLE_DEVICES} says which devices there are
 */
public record GpuReport(
        OptionalInt driverVersion,
        List<GpuDescription> devices,
        Optional<CudnnLibrary> cudnn,
        Optional<String> obstacle,
        List<Fault> faults,
        boolean named) {
    public GpuReport {
        devices = List.copyOf(devices);
        faults = List.copyOf(faults);
    }

    /**
     * Why a device cannot be used.
     *
     * @param ordinal of the device
     * @param ofCudnn whether it can be used all the same, without cuDNN
     * @param words what is wrong and what to do about it
     */
    public record Fault(int ordinal, boolean ofCudnn, String words) {}

    /**
     * Which devices to use.
     *
     * @param leftOut what is wrong with the others
     * @param obstacle why none are to be used; empty when {@code usable} is not
     */
    public record Choice(List<GpuDescription> usable, List<String> leftOut, Optional<String> obstacle) {}

    /**
     * All that can be used. Where somebody named the devices, all of them or none.
     *
     * @param byCudnn whether they must be able to run cuDNN
     */
    public Choice choose(boolean byCudnn) {
        List<GpuDescription> usable =
                devices.stream().filter(gpu -> fault(gpu, byCudnn).isEmpty()).toList();
        List<String> complaints = devices.stream()
                .flatMap(gpu -> fault(gpu, byCudnn).stream())
                .distinct()
                .toList();
        if (obstacle.isPresent()) {
            return new Choice(List.of(), List.of(), obstacle);
        } else if (usable.isEmpty()) {
            return new Choice(List.of(), List.of(), Optional.of(joined(complaints)));
        } else if (named && !complaints.isEmpty()) {
            String advice = " CUDA_VISIBLE_DEVICES names it: without it the node would use the other GPUs.";
            return new Choice(List.of(), List.of(), Optional.of(joined(complaints) + advice));
        }
        return new Choice(usable, complaints, Optional.empty());
    }

    /** Why a device can run this build's kernels but not cuDNN. */
    public Optional<String> withoutCudnn(GpuDescription gpu) {
        return fault(gpu, true).filter(words -> fault(gpu, false).isEmpty());
    }

    private Optional<String> fault(GpuDescription gpu, boolean byCudnn) {
        return faults.stream()
                .filter(fault -> fault.ordinal() == gpu.ordinal() && (byCudnn || !fault.ofCudnn()))
                .findFirst()
                .map(Fault::words);
    }

    private static String joined(List<String> complaints) {
        return complaints.stream().collect(Collectors.joining(" "));
    }
}
