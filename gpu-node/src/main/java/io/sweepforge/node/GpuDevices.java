package io.sweepforge.node;

import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.gpu.GpuTrialArray;
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
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The GPUs of this machine that this process may see. */
final class GpuDevices {
    private static final Logger LOG = LoggerFactory.getLogger(GpuDevices.class);

    /** They feed a GPU and mostly sleep until it has answered, so there may be many more than cores. */
    private static final int MOST_THREADS = 32;

    private static final String OTHERWISE = " Or start the node with --device cpu to train on this machine's cores.";

    private GpuDevices() {}

    /**
     * Tries them, and lists those that can be used; what is wrong with the others is logged.
     *
     * @throws BadConfigException with the probe's words when none can, or not all of those that the operator named
     */
    static List<LocalDevice> find(NodeConfig.Gpu config, Supplier<GpuReport> probe) {
        lookForCudnnIn(config.cudnnHome());
        GpuReport report = probe.get();
        GpuReport.Choice choice = report.choose(config.kernels().equals("cudnn"));
        choice.obstacle().ifPresent(words -> {
            throw new BadConfigException(words + OTHERWISE);
        });
        choice.leftOut().forEach(words -> LOG.warn("A GPU is left out: {}", words));
        choice.usable().forEach(gpu -> requirePrecision(gpu, config.precision()));
        GpuSensors sensors = GpuSensors.start();
        return choice.usable().stream()
                .map(gpu -> device(gpu, config, report.withoutCudnn(gpu), sensors))
                .toList();
    }

    private static void requirePrecision(GpuDescription gpu, Precision precision) {
        if (!precision.runsOn(gpu)) {
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

    private static LocalDevice device(
            GpuDescription gpu, NodeConfig.Gpu config, Optional<String> withoutCudnn, GpuSensors sensors) {
        long budget = OpenGpu.budget(gpu, config.memoryFraction());
        NodeDescription.Device device =
                new NodeDescription.Device("gpu-" + gpu.ordinal(), backend(config), gpu.name(), budget, config.lanes());
        withoutCudnn
                .filter(words -> config.precision() == Precision.FLOAT32)
                .ifPresent(words -> LOG.warn(
                        "{} trains without cuDNN: {} LSTMs of more than {} hidden units, whose weights find no room on its chip,"
                                + " are read from its memory at every step.",
                        device.id(),
                        words,
                        GpuTrialArray.mostHiddenOnChip(gpu)));
        return new LocalDevice(device, () -> open(gpu, config, device, withoutCudnn.isEmpty(), sensors));
    }

    /** As people read it. */
    private static String backend(NodeConfig.Gpu config) {
        return config.precision() == Precision.FLOAT32
                ? config.kernels()
                : config.kernels() + " " + config.precision().word();
    }

    private static Compute open(
            GpuDescription gpu,
            NodeConfig.Gpu config,
            NodeDescription.Device device,
            boolean hasCudnn,
            GpuSensors sensors) {
        try {
            OpenGpu open = OpenGpu.open(gpu, config.memoryFraction());
            Cores threads = new Cores(Math.min(device.lanes(), MOST_THREADS));
            ArrayOpener arrays = arrays(open, config, device, hasCudnn, threads);
            return new GpuCompute(open.gpu(), arrays, sensors, () -> {
                threads.close();
                open.close();
            });
        } catch (GpuException e) {
            throw new BadConfigException(
                    "%s (%s) cannot give its trials %d bytes: %s. Lower sweepforge.node.gpu.memory-fraction, or end what else uses it."
                            .formatted(device.id(), device.name(), device.memoryBytes(), e.getMessage()));
        }
    }

    /** cuDNN computes in single precision only, so what is asked for in another one stays with the fused kernels. */
    private static ArrayOpener arrays(
            OpenGpu open, NodeConfig.Gpu config, NodeDescription.Device device, boolean hasCudnn, Cores threads) {
        if (config.kernels().equals("cudnn")) {
            return open.arrays().byCudnn(open.cudnn(), threads);
        } else if (hasCudnn && config.precision() == Precision.FLOAT32) {
            return open.arrays().routed(open.cudnn(), threads, line -> LOG.info("{}: {}", device.id(), line));
        }
        return open.arrays().fused(config.precision());
    }
}
