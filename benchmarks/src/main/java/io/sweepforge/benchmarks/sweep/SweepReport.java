package io.sweepforge.benchmarks.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sweepforge.benchmarks.Means;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** All that was measured, and what it says. */
record SweepReport(List<Searches> searches) {
    @JsonProperty
    List<RaceResult> races() {
        return searches.stream().flatMap(each -> each.races().stream()).collect(Collectors.toList());
    }

    /** How many times faster ours was: for each sweep the geometric mean over its races, and that of all sweeps. */
    @JsonProperty
    String verdict() {
        double all = geometricMean(searches.stream().mapToDouble(SweepReport::meanRatio));
        return searches.stream()
                .map(each -> each.sweep() + " " + number("%.2f", meanRatio(each)) + " ")
                .collect(Collectors.joining("", "", "all " + number("%.2f", all)));
    }

    private static double meanRatio(Searches searches) {
        return geometricMean(searches.races().stream().mapToDouble(RaceResult::ratio));
    }

    private static double geometricMean(DoubleStream ratios) {
        return Means.geometric(ratios).orElse(Double.NaN);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        line(table, "sweep", "seed", "side", "searcher", "best", "to target", "in all", "epochs", "epochs/s");
        for (RaceResult race : races().stream().filter(RaceResult::isOfOneSeed).toList()) {
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
                side.seed(),
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
