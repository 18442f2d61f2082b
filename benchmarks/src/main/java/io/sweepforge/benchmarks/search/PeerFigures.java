package io.sweepforge.benchmarks.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What Optuna reached, from a table with the columns problem, sampler and the median regret after 25, 50, 100 and 200
 * trials; empty where it was not measured.
 */
final class PeerFigures {
    static final List<Integer> BUDGETS = List.of(25, 50, 100, 200);

    /** Which of Optuna's samplers ours is held against. */
    private static final Map<String, String> RIVALS = Map.of(
            "random", "random", "sobol", "random", "tpe", "tpe", "cma-es", "cma-es", "gp", "gp", "auto", "gp", "nsga2",
            "nsga2");

    private final List<String> notes;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    private PeerFigures(List<String> lines) {
        this.notes = lines.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(1).trim())
                .collect(Collectors.toList());
        lines.stream().filter(line -> !line.startsWith("#")).skip(1).forEach(this::read);
    }

    static PeerFigures recorded() {
        try (InputStream in = PeerFigures.class.getResourceAsStream("optuna.csv")) {
            byte[] bytes = Objects.requireNonNull(in, "optuna.csv").readAllBytes();
            return new PeerFigures(
                    new String(bytes, StandardCharsets.UTF_8).lines().collect(Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        List<String> cells = List.of(line.split(",", -1));
        List<Double> medians = cells.subList(2, cells.size()).stream()
                .map(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .collect(Collectors.toList());
        figures.put(cells.get(0) + " " + cells.get(1), medians);
    }

    /** Version, date and source. */
    List<String> notes() {
        return notes;
    }

    /** What the rival of a sampler reached, NaN when that is not known. */
    double after(String problem, String sampler, int budget) {
        List<Double> medians = figures.getOrDefault(problem + " " + RIVALS.getOrDefault(sampler, "none"), List.of());
        int at = BUDGETS.indexOf(budget);
        return at < 0 || at >= medians.size() ? Double.NaN : medians.get(at);
    }
}
