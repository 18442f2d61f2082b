package io.sweepforge.benchmarks.search;

import io.sweepforge.benchmarks.curves.CurveRace;
import java.util.List;

/**
 * Everything that was measured.
 *
 * @param peers version, date and source of the recorded figures
 * @param sequential one trial at a time
 * @param parallel several at once
 */
record SearchReport(
        List<String> peers,
        List<Outcome> sequential,
        List<Outcome> parallel,
        List<SuggestionCost> costs,
        List<CurveRace.Row> curves,
        List<Criterion> criteria) {
    /** Median regret of one trial at a time, NaN when that was not measured. */
    double after(String problem, String sampler, int budget) {
        return sequential.stream()
                .filter(outcome ->
                        outcome.problem().equals(problem) && outcome.sampler().equals(sampler))
                .mapToDouble(outcome -> outcome.after(budget))
                .findFirst()
                .orElse(Double.NaN);
    }

    SearchReport judged(List<Criterion> judgement) {
        return new SearchReport(peers, sequential, parallel, costs, curves, judgement);
    }

    /** One line with the verdict in numbers. */
    String verdict() {
        long met = criteria.stream().filter(Criterion::met).count();
        StringBuilder line = new StringBuilder("verdict: %d of %d criteria met".formatted(met, criteria.size()));
        criteria.stream()
                .filter(criterion -> !criterion.met())
                .forEach(criterion -> line.append("; missed ")
                        .append(criterion.what())
                        .append(": ")
                        .append(criterion.measured())
                        .append(" (")
                        .append(criterion.required())
                        .append(')'));
        return line.toString();
    }
}
