package io.sweepforge.benchmarks.search;

import io.sweepforge.search.problem.Medians;
import io.sweepforge.search.problem.SearchRun;
import io.sweepforge.search.problem.Task;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * One sampler on one problem over several seeds.
 *
 * @param workers trials at work at any time
 */
record Cell(String sampler, Task task, int seeds, int trials, int workers) {
    /** One search for each seed. */
    List<SearchRun> runs() {
        return LongStream.range(0, seeds)
                .mapToObj(seed -> new SearchRun(task, sampler, seed, trials, workers))
                .collect(Collectors.toList());
    }

    /**
     * Medians over the seeds.
     *
     * @param regrets of each run, after each trial
     */
    Outcome outcome(List<double[]> regrets, List<Integer> budgets) {
        List<Double> medians = budgets.stream()
                .filter(budget -> budget <= trials)
                .map(budget -> Medians.of(regrets.stream().mapToDouble(run -> run[budget - 1])))
                .collect(Collectors.toList());
        List<List<Double>> all = regrets.stream()
                .map(run -> budgets.stream()
                        .filter(budget -> budget <= trials)
                        .map(budget -> run[budget - 1])
                        .collect(Collectors.toList()))
                .collect(Collectors.toList());
        return new Outcome(task.name(), sampler, seeds, workers, budgets.subList(0, medians.size()), medians, all);
    }

    @Override
    public String toString() {
        return "%s on %s%s".formatted(sampler, task.name(), workers == 1 ? "" : ", " + workers + " at once");
    }
}
