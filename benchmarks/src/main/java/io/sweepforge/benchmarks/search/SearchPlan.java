package io.sweepforge.benchmarks.search;

import io.sweepforge.benchmarks.curves.CurveRace;
import io.sweepforge.search.problem.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be measured.
 *
 * @param workers trials at once where several are
 * @param mostFinished longest history for which the cost of a suggestion is measured
 */
record SearchPlan(List<String> samplers, List<String> problems, int seeds, int trials, int workers, int mostFinished) {
    /** Samplers that fit a model for each suggestion, and get as many seeds as their rival was measured with. */
    private static final Set<String> SLOW = Set.of("gp", "auto");

    private static final int SLOW_SEEDS = 5;
    private static final int CURVE_WORKERS = 4;
    private static final List<Integer> HISTORIES = List.of(25, 100, 500, 1_000, 10_000);

    List<Cell> sequential() {
        return cells(problems, 1);
    }

    /** Only on the problems that the criteria speak of. */
    List<Cell> parallel() {
        return cells(problems.stream().filter(Tasks.judged()::contains).collect(Collectors.toList()), workers);
    }

    private List<Cell> cells(List<String> names, int atOnce) {
        return Tasks.all().stream()
                .filter(task -> names.contains(task.name()))
                .flatMap(task -> samplers.stream()
                        .filter(sampler -> Tasks.accepts(sampler, task, trials))
                        .map(sampler -> cell(sampler, task, atOnce)))
                .collect(Collectors.toList());
    }

    private Cell cell(String sampler, Task task, int atOnce) {
        return new Cell(sampler, task, SLOW.contains(sampler) ? Math.min(seeds, SLOW_SEEDS) : seeds, trials, atOnce);
    }

    List<SuggestionCost> costs() {
        return samplers.stream()
                .filter(sampler -> Tasks.accepts(sampler, SuggestionCost.PROBLEM, mostFinished))
                .flatMap(sampler -> HISTORIES.stream()
                        .filter(history -> history <= mostFinished)
                        .map(history -> SuggestionCost.measure(sampler, history)))
                .collect(Collectors.toList());
    }

    /** On every study whose data lie in the folder. */
    List<CurveRace.Row> curves(Path data, Optional<Path> memory, List<String> contenders) {
        return CurveRace.rows(data, memory, Math.min(seeds, SLOW_SEEDS), CURVE_WORKERS, contenders);
    }
}
