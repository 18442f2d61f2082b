package io.sweepforge.node;

import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.probe.GpuReport;
import io.sweepforge.node.device.Compute;
import io.sweepforge.node.device.GpuCompute;
import io.sweepforge.node.device.GpuSensors;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.config.BadConfigException;
import java.util.List;
import java.util.function.Supplier;

/** The GPUs of this machine that this process may see. */
final class GpuDevices {
    /** They feed a GPU and mostly sleep until it has answered, so there may be many more than cores. */
    private static final int MOST_THREADS = 32;

    private static final String OTHERWISE = " Or start the node with --device cpu to train on this machine's cores.";

    private GpuDevices() {}

    /**
     * Tries them, and lists them when all can be used.
     *
     * @throws BadConfigException with the probe's words when they cannot
     */
    static List<LocalDevice> find(NodeConfig.Gpu config, Supplier<GpuReport> probe) {
        lookForCudnnIn(config.cudnnHome());
        GpuReport report = probe.get();
        report.obstacle().ifPresent(words -> {
            throw new BadConfigException(words + OTHERWISE);
        });
        report.devices().forEach(gpu -> requirePrecision(gpu, config.precision()));
        GpuSensors sensors = GpuSensors.start();
        return report.devices().stream()
                .map(gpu -> device(gpu, config, sensors))
                .toList();
    }

    private static void requirePrecision(GpuDescription gpu, Precision precision) {
        if (gpu.computeCapability() < precision.computeCapability()) {
            throw new BadConfigException(
                    "%s must be float32 for GPU %d (%s), which has compute capability %.1f, was %s, which needs %.1f. Or hide this GPU with CUDA_VISIBLE_DEVICES."
                            .formatted(
                                    NodeConfig.PRECISION,
                                    gpu.ordinal(),
                                    gpu.name(),
                                    gpu.computeCapability() / 10.0,
                                    precision.word(),
                                    precision.computeCapability() / 10.0));
        }
    }

    /** The probe's process hears it from this one. */
    static void lookForCudnnIn(String home) {
        System.setProperty(CudnnLibrary.HOME_PROPERTY, home);
    }

    private static LocalDevice device(GpuDescription gpu, NodeConfig.Gpu config, GpuSensors sensors) {
        long budget = OpenGpu.budget(gpu, config.memoryFraction());
        NodeDescription.Device device =
                new NodeDescription.Device("gpu-" + gpu.ordinal(), backend(config), gpu.name(), budget, config.lanes());
        return new LocalDevice(device, () -> open(gpu, config, device, sensors));
    }

    /** As people read it. */
    private static String backend(NodeConfig.Gpu config) {
        return config.precision() == Precision.FLOAT32
                ? config.kernels()
                : config.kernels() + " " + config.precision().word();
    }

    private static Compute open(
            GpuDescription gpu, NodeConfig.Gpu config, NodeDescription.Device device, GpuSensors sensors) {
        try {
            OpenGpu open = OpenGpu.open(gpu, config.memoryFraction());
            return config.kernels().equals("fused")
                    ? new GpuCompute(open.gpu(), open.fused(config.precision()), sensors, open::close)
                    : byCudnn(open, device, sensors);
        } catch (GpuException e) {
            throw new BadConfigException(
                    "%s (%s) cannot give its trials %d bytes: %s. Lower sweepforge.node.gpu.memory-fraction, or end what else uses it."
                            .formatted(device.id(), device.name(), device.memoryBytes(), e.getMessage()));
        }
    }

    private static Compute byCudnn(OpenGpu open, NodeDescription.Device device, GpuSensors sensors) {
        Cores threads = new Cores(Math.min(device.lanes(), MOST_THREADS));
        return new GpuCompute(open.gpu(), open.byCudnn(threads), sensors, () -> {
            threads.close();
            open.close();
        });
    }
}
