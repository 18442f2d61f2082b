package io.sweepforge.benchmarks.search;

import static io.sweepforge.benchmarks.search.Figures.brief;

import io.sweepforge.benchmarks.curves.CurveRace;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what was measured, for a person. */
final class SearchTables {
    private static final String WIN = "*";

    private final PrintWriter out;
    private final PeerFigures peers;

    SearchTables(PrintWriter out, PeerFigures peers) {
        this.out = out;
        this.peers = peers;
    }

    void print(SearchReport report) {
        if (!report.sequential().isEmpty()) {
            quality(report.sequential());
            wins(report);
        }
        if (!report.parallel().isEmpty()) {
            parallel(report);
        }
        if (!report.costs().isEmpty()) {
            costs(report.costs());
        }
        if (!report.curves().isEmpty()) {
            curves(report.curves());
        }
        out.println();
        report.criteria().forEach(out::println);
        out.println(report.verdict());
        out.flush();
    }

    private void quality(List<Outcome> outcomes) {
        out.printf("%nRegret after 25, 50, 100 and 200 trials, median over the seeds; %s: at most Optuna's%n", WIN);
        peers.notes().forEach(out::println);
        Map<String, List<Outcome>> byProblem = outcomes.stream()
                .collect(Collectors.groupingBy(Outcome::problem, LinkedHashMap::new, Collectors.toList()));
        byProblem.forEach((problem, rows) -> {
            out.printf("%n%-12s %5s  %-42s  %s%n", problem, "seeds", "Sweepforge", "Optuna");
            rows.forEach(this::qualityRow);
        });
    }

    private void qualityRow(Outcome outcome) {
        StringBuilder ours = new StringBuilder();
        StringBuilder theirs = new StringBuilder();
        for (int budget : PeerFigures.BUDGETS) {
            double rival = peers.after(outcome.problem(), outcome.sampler(), budget);
            double own = outcome.after(budget);
            ours.append(" %9s%1s".formatted(brief(own), own <= rival ? WIN : ""));
            theirs.append(" %9s".formatted(brief(rival)));
        }
        out.printf("  %-10s %5d %s  %s%n", outcome.sampler(), outcome.seeds(), ours, theirs);
    }

    private void wins(SearchReport report) {
        out.printf("%nProblems on which the median is at most Optuna's after 25, 50, 100 and 200 trials%n");
        out.printf("  %-10s %-50s %s%n", "", "well-known problems", "ours");
        List<String> others = Tasks.names();
        others.removeAll(Tasks.judged());
        report.sequential().stream()
                .map(Outcome::sampler)
                .distinct()
                .forEach(sampler -> out.printf(
                        "  %-10s %-50s %s%n",
                        sampler, wins(report, Tasks.judged(), sampler), wins(report, others, sampler)));
    }

    private String wins(SearchReport report, List<String> problems, String sampler) {
        return PeerFigures.BUDGETS.stream()
                .map(budget -> "%-10s".formatted(Wins.count(report, peers, problems, sampler, budget)))
                .collect(Collectors.joining("  "));
    }

    private void parallel(SearchReport report) {
        out.printf("%nRegret with many trials at once, beside one at a time%n");
        for (Outcome outcome : report.parallel()) {
            double alone = report.after(outcome.problem(), outcome.sampler(), outcome.budget());
            out.printf(
                    "  %-10s %-12s %d trials, %d at once: %9s, alone %9s, ratio %s%n",
                    outcome.sampler(),
                    outcome.problem(),
                    outcome.budget(),
                    outcome.workers(),
                    brief(outcome.last()),
                    brief(alone),
                    brief(outcome.last() / alone));
        }
    }

    private void costs(List<SuggestionCost> costs) {
        out.printf("%nMilliseconds to tell a trial and ask for the next, 6 floats, one thread, warm, median%n");
        Collection<List<SuggestionCost>> bySampler = costs.stream()
                .collect(Collectors.groupingBy(SuggestionCost::sampler, LinkedHashMap::new, Collectors.toList()))
                .values();
        for (List<SuggestionCost> row : bySampler) {
            String cells = row.stream().map(this::cost).collect(Collectors.joining("   "));
            out.printf("  %-10s %s%n", row.get(0).sampler(), cells);
        }
    }

    private String cost(SuggestionCost cost) {
        double rival = peers.cost(cost.sampler(), cost.finished());
        String beside = Double.isNaN(rival) ? "" : " (Optuna %s)".formatted(brief(rival));
        return "%d trials: %s%s".formatted(cost.finished(), brief(cost.milliseconds()), beside);
    }

    private void curves(List<CurveRace.Row> rows) {
        out.printf("%nLearning curves: epochs until the best value of random search and of plain ASHA is reached%n");
        out.printf(
                "  %-12s %-28s %9s %10s %9s %10s %9s%n",
                "study", "contender", "random's", "of all its", "ASHA's", "of all its", "best");
        for (CurveRace.Row row : rows) {
            out.printf(
                    "  %-12s %-28s %9s %10s %9s %10s %9s%n",
                    row.study(),
                    row.contender(),
                    brief(row.toRandom()),
                    brief(row.shareOfRandom()),
                    brief(row.toAsha()),
                    brief(row.shareOfAsha()),
                    brief(row.best()));
        }
    }
}
