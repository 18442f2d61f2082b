package io.sweepforge.benchmarks.gpu;

import io.sweepforge.benchmarks.kernels.LstmStep;
import io.sweepforge.kernels.data.Dataset;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Many trials of one family.
 *
 * @param name as {@code peers/torch_gpu.py} knows it too, but for those with lanes of different shapes
 * @param shape for people
 * @param equal whether all lanes have the same shape, as the peer's have to
 * @param data what they train on
 * @param lanes by number
 */
record GpuWorkload(
        String name, String shape, boolean equal, String family, Supplier<Dataset> data, IntFunction<Lane> lanes) {
    /**
     * One lane.
     *
     * @param gigaflops of a training step; 0 where they are not counted
     */
    record Lane(Map<String, Object> parameters, double gigaflops) {}

    private static final List<String> OPTIMIZERS = List.of("adam", "sgd", "rmsprop");
    private static final int SERIES_ROWS = 2000;
    private static final int IMAGES = 1000;
    private static final int SIDE = 28;

    static List<GpuWorkload> all() {
        return List.of(
                lstm("S3", 16, 32),
                lstm("S4", 32, 100),
                mixed("S3 mixed", 16, 32),
                mixed("S4 mixed", 32, 100),
                conv("w8", 8),
                conv("w16", 16),
                conv("w32", 32));
    }

    static GpuWorkload named(String name) {
        return all().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("workload must be one of "
                        + all().stream().map(GpuWorkload::name).collect(Collectors.joining(", ")) + ", was " + name));
    }

    private static GpuWorkload lstm(String name, int variables, int window) {
        return forecaster(
                name,
                "LSTM I %d, H 64, T %d, N 32".formatted(variables, window),
                true,
                variables,
                lane -> lane(variables, window, 64, 32, "adam"));
    }

    private static GpuWorkload mixed(String name, int variables, int window) {
        return forecaster(
                name,
                "LSTM I %d, H 16 to 128, T %d, N 16 to 128".formatted(variables, window),
                false,
                variables,
                lane -> lane(
                        variables,
                        window,
                        16 * (1 + lane % 8),
                        16 << lane / 8 % 4,
                        OPTIMIZERS.get(lane % OPTIMIZERS.size())));
    }

    private static GpuWorkload forecaster(
            String name, String shape, boolean equal, int variables, IntFunction<Lane> lanes) {
        return new GpuWorkload(
                name, shape, equal, "lstm-forecaster", () -> MadeUpData.series(SERIES_ROWS, variables), lanes);
    }

    private static Lane lane(int variables, int window, int hidden, int batch, String optimizer) {
        Map<String, Object> parameters = Map.of(
                "window",
                window,
                "horizon",
                1,
                "hidden",
                hidden,
                "batchSize",
                batch,
                "optimizer",
                optimizer,
                "dropout",
                0.0,
                "clipNorm",
                0.0);
        return new Lane(parameters, new LstmStep(variables, hidden, window, batch).flops() / 1e9);
    }

    private static GpuWorkload conv(String name, int filters) {
        Map<String, Object> parameters = Map.of(
                "filters", filters, "convLayers", 2, "kernel", 3, "denseUnits", 0, "batchSize", 32, "dropout", 0.0);
        return new GpuWorkload(
                name,
                "conv 3×3 %d, conv 3×3 %d, 28×28, N 32".formatted(filters, 2 * filters),
                true,
                "conv-classifier",
                () -> MadeUpData.images(IMAGES, SIDE),
                lane -> new Lane(parameters, 0));
    }
}
