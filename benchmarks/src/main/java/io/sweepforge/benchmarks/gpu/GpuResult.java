package io.sweepforge.benchmarks.gpu;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Training steps per second on one workload.
 *
 * @param gigaflops per second of {@code fused}; 0 where they are not counted
 * @param one lane by cuDNN
 * @param cudnn all lanes by cuDNN; null when they found no room
 * @param fused all lanes by one kernel; null when they found no room
 * @param peers by form, those that PyTorch can do
 */
record GpuResult(
        String workload,
        String shape,
        int lanes,
        double one,
        @Nullable Double cudnn,
        @Nullable Double fused,
        double gigaflops,
        Map<String, Double> peers) {
    String line() {
        StringBuilder line = new StringBuilder("%-9s %-36s %9.0f %9s %9s %9s"
                .formatted(
                        workload, shape, one, number(cudnn), number(fused), gigaflops > 0 ? number(gigaflops) : "-"));
        peers.forEach((form, rate) -> line.append("  %s %.0f".formatted(form, rate)));
        return line.toString();
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : "%.0f".formatted(value);
    }
}
