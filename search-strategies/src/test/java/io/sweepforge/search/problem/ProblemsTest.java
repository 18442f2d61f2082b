package io.sweepforge.search.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.space.ConfigurationCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {
    static Stream<Arguments> bestPoints() {
        return Stream.of(
                best(
                        Problems.sphere5(),
                        IntStream.range(0, 5)
                                .mapToObj(i -> 1.3 * Math.sin(i + 1))
                                .toArray()),
                best(Problems.rosen4(), 1.0, 1.0, 1.0, 1.0),
                best(Problems.branin(), Math.PI, 2.275),
                best(Problems.branin(), -Math.PI, 12.275),
                best(Problems.hart6(), 0.20168952, 0.15001069, 0.47687398, 0.27533243, 0.31165162, 0.65730054),
                best(Problems.ackley6(), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
                best(Problems.rastr4(), 0.0, 0.0, 0.0, 0.0),
                best(Problems.mixed(), Math.pow(10, -2.7), "adam", 128, 2, 0.3),
                best(OwnProblems.branches(), "network", Math.pow(10, -2.3), 0.85, 0.2, 64),
                best(OwnProblems.noisy(), 1.1, -0.7, 0.4, -1.6),
                best(OwnProblems.steps(), 72, 3, 96, 0.25, 5, "mean"),
                best(OwnProblems.plateau(), Math.pow(10, -2.2), Math.pow(10, -3.4), 0.3, 0.2),
                best(OwnProblems.constrained(), 0.6, 0.5, 0.4, 0.3, 0.6),
                best(OwnProblems.memory(), 256, 4, Math.pow(10, -2.5), 0.15),
                best(OwnProblems.rotated(), 2.2, -1.3, 0.6, 3.1, -2.4),
                best(OwnProblems.categories(), "a", "b", "c", "d", "a", "b", 0.3, 0.6));
    }

    private static Arguments best(Problem problem, Object... values) {
        Map<String, Object> point = new LinkedHashMap<>();
        problem.space().configure(parameter -> {
            point.put(parameter.name(), values[point.size()]);
            return values[point.size() - 1];
        });
        return Arguments.of(problem, point);
    }

    @ParameterizedTest
    @MethodSource("bestPoints")
    void isZeroAtItsBestPoint(Problem problem, Map<String, Object> point) {
        assertThat(ConfigurationCheck.check(problem.space(), "point", point).errors())
                .isEmpty();
        assertThat(problem.loss().applyAsDouble(point)).isCloseTo(0, within(1e-6));
    }

    @Test
    void isNowhereBelowZero() {
        for (Problem problem : allProblems()) {
            for (FinishedTrial trial : new SearchRun(problem, "random", 1, 2_000, 1).run()) {
                assertThat(problem.loss().applyAsDouble(trial.configuration().values()))
                        .as(problem.name())
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void nameIsUnique() {
        assertThat(allProblems().stream().map(Problem::name).collect(Collectors.toList()))
                .doesNotHaveDuplicates();
    }

    @Test
    void showsTheTrueLossOfWhatLookedBest() {
        Problem noisy = OwnProblems.noisy();
        List<FinishedTrial> trials = new SearchRun(noisy, "random", 3, 50, 1).run();
        double[] regrets = noisy.regrets(trials);

        assertThat(trials.get(0).losses().get(0)).isNotEqualTo(regrets[0]);
        assertThat(regrets[0])
                .isEqualTo(
                        noisy.loss().applyAsDouble(trials.get(0).configuration().values()));
    }

    @Test
    void measuresTheMissingHypervolume() {
        for (BiObjectiveProblem problem : BiObjectiveProblems.all()) {
            double[] regrets = new SearchRun(problem, "random", 2, 100, 1).regrets();
            assertThat(regrets[99]).as(problem.name()).isBetween(0.0, regrets[0]);
            assertThat(regrets[0]).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aWholeGridLeavesNothingMissing() {
        BiObjectiveProblem network = BiObjectiveProblems.network();
        assertThat(new SearchRun(network, "grid", 0, 400, 16).regrets()[399]).isCloseTo(0, within(1e-12));
    }

    @Test
    void keepsTheGivenNumberOfTrialsAtWork() {
        List<FinishedTrial> trials = new SearchRun(Problems.mixed(), "random", 1, 100, 16).run();
        List<Integer> numbers = trials.stream().map(FinishedTrial::number).collect(Collectors.toList());

        assertThat(numbers)
                .doesNotHaveDuplicates()
                .hasSize(100)
                .isNotEqualTo(numbers.stream().sorted().toList());
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isLessThan(i + 16);
        }
    }

    private static List<Problem> allProblems() {
        return Stream.concat(Problems.all().stream(), OwnProblems.all().stream())
                .collect(Collectors.toList());
    }
}
