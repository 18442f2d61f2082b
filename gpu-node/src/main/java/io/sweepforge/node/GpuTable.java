package io.sweepforge.node;

import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.probe.GpuReport;
import java.util.ArrayList;
import java.util.List;

/** What the probe found, as a table for people. */
final class GpuTable {
    private static final String ROW = "%-14s %s";
    private static final double GIBIBYTE = 1 << 30;

    private GpuTable() {}

    static List<String> lines(GpuReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("NVIDIA driver", driver(report)));
        if (report.devices().isEmpty()) {
            lines.add(ROW.formatted("GPUs", "none"));
        }
        report.devices().forEach(gpu -> lines.add(ROW.formatted("GPU " + gpu.ordinal(), describe(gpu))));
        lines.add(ROW.formatted("cuDNN", report.cudnn().map(GpuTable::describe).orElse("none, or not come to it")));
        return lines;
    }

    private static String driver(GpuReport report) {
        return report.driverVersion().isEmpty()
                ? "none"
                : "offers CUDA %d.%d"
                        .formatted(
                                report.driverVersion().getAsInt() / 1000,
                                report.driverVersion().getAsInt() / 10 % 100);
    }

    private static String describe(GpuDescription gpu) {
        return "%s, compute capability %s, %.1f GiB, %d multiprocessors, %s"
                .formatted(
                        gpu.name(),
                        gpu.computeCapability() / 10.0,
                        gpu.memoryBytes() / GIBIBYTE,
                        gpu.multiprocessors(),
                        gpu.uuid());
    }

    private static String describe(CudnnLibrary cudnn) {
        return cudnn.versionText() + cudnn.path().map(path -> " at " + path).orElse(", found by the system's linker");
    }
}
