package io.sweepforge.benchmarks.search;

import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.BiObjectiveProblems;
import io.sweepforge.search.problem.OwnProblems;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.Task;
import io.sweepforge.search.strategy.StrategyDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to search and to search with. */
final class Tasks {
    private Tasks() {}

    static List<Task> all() {
        return Stream.of(Problems.all(), OwnProblems.all(), BiObjectiveProblems.all())
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    /** Names of all problems, in a list that can be changed. */
    static List<String> names() {
        return all().stream().map(Task::name).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Names of the problems that the criteria speak of. */
    static List<String> judged() {
        return Problems.all().stream().map(Problem::name).collect(Collectors.toList());
    }

    static List<String> samplers() {
        return Samplers.descriptions().stream().map(StrategyDescription::kind).collect(Collectors.toList());
    }

    static boolean accepts(String sampler, Task task, int trials) {
        return Samplers.refusals(sampler, task.setup(0, trials)).isEmpty();
    }
}
