package io.sweepforge.benchmarks.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All races. */
record SweepReport(List<RaceResult> races) {
    /** For each sweep the geometric mean over its seeds of how many times faster ours was. */
    @JsonProperty
    String verdict() {
        return races.stream()
                .map(RaceResult::sweep)
                .distinct()
                .map(sweep -> sweep + " " + number("%.2f", meanRatio(sweep)))
                .collect(Collectors.joining(" "));
    }

    private double meanRatio(String sweep) {
        return Math.exp(races.stream()
                .filter(race -> race.sweep().equals(sweep))
                .mapToDouble(race -> Math.log(race.ratio()))
                .average()
                .orElse(Double.NaN));
    }

    String table() {
        StringBuilder table = new StringBuilder();
        line(table, "sweep", "seed", "side", "searcher", "best", "to target", "in all", "epochs", "epochs/s");
        for (RaceResult race : races) {
            side(table, race, "ours", race.ours());
            side(table, race, "PyTorch", race.peers());
            table.append("  both reached %s: ours %s times faster; %s times the epochs per second%n"
                    .formatted(
                            number("%.4f", race.target()),
                            number("%.2f", race.ratio()),
                            number("%.2f", race.throughputRatio())));
        }
        return table.toString();
    }

    private static void side(StringBuilder table, RaceResult race, String name, RaceResult.Side side) {
        line(
                table,
                race.sweep(),
                race.seed(),
                name,
                side.searcher(),
                number("%.4f", side.best()),
                number("%.1f s", side.secondsToTarget()),
                number("%.1f s", side.seconds()),
                side.epochs(),
                number("%.2f", side.epochs() / side.seconds()));
    }

    private static void line(StringBuilder table, Object... cells) {
        table.append("%-12s %4s  %-8s %-34s %8s %10s %10s %7s %9s%n".formatted(cells));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
