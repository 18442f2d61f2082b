package io.sweepforge.benchmarks.kernels;

import io.sweepforge.benchmarks.kernels.Workload.Group;
import java.util.List;
import java.util.stream.Collectors;

/** All workloads. */
final class Workloads {
    private static final List<Workload> ALL = List.of(
            lstm("S1", new LstmStep(16, 16, 16, 16)),
            lstm("S2", new LstmStep(16, 32, 32, 32)),
            lstm("S3", new LstmStep(16, 64, 32, 32)),
            lstm("S4", new LstmStep(32, 64, 100, 32)),
            conv("w8", new ConvStep(8)),
            conv("w16", new ConvStep(16)),
            conv("w32", new ConvStep(32)),
            layer(),
            peak());

    private Workloads() {}

    private static Workload lstm(String name, LstmStep step) {
        return new Workload(name, Group.LSTM, step.shape(), step.flops(), step::prepare);
    }

    private static Workload conv(String name, ConvStep step) {
        return new Workload(name, Group.CONV, step.shape(), step.flops(), step::prepare);
    }

    private static Workload layer() {
        return new Workload("layer", Group.LAYER, ConvLayerStep.SHAPE, ConvLayerStep.FLOPS, ConvLayerStep::new);
    }

    private static Workload peak() {
        return new Workload("peak", Group.PEAK, "multiply-adds in registers", PeakStep.FLOPS, PeakStep::new);
    }

    static List<Workload> all() {
        return ALL;
    }

    static Workload named(String name) {
        return ALL.stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("workload must be one of " + names() + ", was " + name));
    }

    static String names() {
        return ALL.stream().map(Workload::name).collect(Collectors.joining(", "));
    }
}
