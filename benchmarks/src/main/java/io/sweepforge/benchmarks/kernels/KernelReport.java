package io.sweepforge.benchmarks.kernels;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sweepforge.benchmarks.Means;
import io.sweepforge.benchmarks.kernels.Workload.Group;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * All that was measured.
 *
 * @param processes on each side, of one thread each
 * @param peer what PyTorch says of itself, or why there is none
 */
record KernelReport(int processes, String peer, List<KernelRate> rates) {
    private static final String NONE = "-";

    /** The two geometric means of the ratios. */
    @JsonProperty
    String verdict() {
        return "lstm %s conv %s".formatted(mean(Group.LSTM), mean(Group.CONV));
    }

    /** The share of the peak that a rate reaches, 0 to 1, if the peak was measured. */
    OptionalDouble shareOfPeak(KernelRate rate) {
        return rates.stream()
                .filter(other -> other.group() == Group.PEAK)
                .mapToDouble(peak -> rate.gigaflops() / peak.gigaflops())
                .findFirst();
    }

    private String mean(Group group) {
        OptionalDouble mean = Means.geometric(rates.stream()
                .filter(rate -> rate.group() == group)
                .map(KernelRate::ratio)
                .filter(Objects::nonNull)
                .mapToDouble(ratio -> ratio));
        return mean.isPresent() ? String.format(Locale.ROOT, "%.2f", mean.getAsDouble()) : NONE;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        line(table, "", "shape", "steps/s", "GFLOP/s", "of peak", "PyTorch", "ratio");
        for (KernelRate rate : rates) {
            Double peers = rate.peers();
            Double ratio = rate.ratio();
            OptionalDouble share = shareOfPeak(rate);
            line(
                    table,
                    rate.workload(),
                    rate.shape(),
                    number("%.1f", rate.ours()),
                    number("%.1f", rate.gigaflops()),
                    share.isPresent() ? number("%.0f %%", 100 * share.getAsDouble()) : NONE,
                    peers == null ? NONE : number("%.1f", peers),
                    ratio == null ? NONE : number("%.2f", ratio));
        }
        return table.toString();
    }

    private static void line(StringBuilder table, Object... cells) {
        table.append("%-6s %-42s %10s %9s %8s %10s %7s%n".formatted(cells));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
