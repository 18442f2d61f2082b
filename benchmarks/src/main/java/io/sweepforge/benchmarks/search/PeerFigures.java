package io.sweepforge.benchmarks.search;

import io.sweepforge.benchmarks.ResourceLines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Optuna reached, from a table with the columns problem, sampler and the median regret after 25, 50, 100 and 200
 * trials, and what its suggestions cost, from one with sampler, finished trials and milliseconds. Cells are empty where
 * nothing was measured.
 */
final class PeerFigures {
    static final List<Integer> BUDGETS = List.of(25, 50, 100, 200);

    /** Which of Optuna's samplers ours is held against. */
    private static final Map<String, String> RIVALS = Map.of(
            "random", "random", "sobol", "random", "tpe", "tpe", "cma-es", "cma-es", "gp", "gp", "auto", "gp", "nsga2",
            "nsga2");

    private final List<String> notes;
    private final Map<String, Double> regrets = new LinkedHashMap<>();
    private final Map<String, Double> costs = new LinkedHashMap<>();

    private PeerFigures(List<String> quality, List<String> cost) {
        this.notes = ResourceLines.notes(quality);
        for (List<String> cells : ResourceLines.rows(quality)) {
            for (int i = 0; i < BUDGETS.size(); i++) {
                regrets.put(key(cells.get(0), cells.get(1), BUDGETS.get(i)), number(cells.get(i + 2)));
            }
        }
        ResourceLines.rows(cost)
                .forEach(cells ->
                        costs.put(key("", cells.get(0), Integer.parseInt(cells.get(1))), number(cells.get(2))));
    }

    static PeerFigures recorded() {
        return new PeerFigures(
                ResourceLines.read(PeerFigures.class, "optuna.csv"),
                ResourceLines.read(PeerFigures.class, "optuna-cost.csv"));
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static String key(String problem, String sampler, int trials) {
        return String.join(" ", problem, sampler, String.valueOf(trials));
    }

    /** Version, date and source. */
    List<String> notes() {
        return notes;
    }

    /** What the rival of a sampler reached, NaN when that is not known. */
    double after(String problem, String sampler, int budget) {
        return regrets.getOrDefault(key(problem, rival(sampler), budget), Double.NaN);
    }

    /** Milliseconds that the rival of a sampler takes for a suggestion, NaN when that is not known. */
    double cost(String sampler, int finished) {
        return costs.getOrDefault(key("", rival(sampler), finished), Double.NaN);
    }

    private static String rival(String sampler) {
        return RIVALS.getOrDefault(sampler, "none");
    }
}
