package io.sweepforge.search.sampler.sobol;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.Spaces;
import io.sweepforge.search.problem.Trials;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SobolSamplerTest {
    private static Sampler sampler(SearchSpace space) {
        return Samplers.create("sobol", new SamplerSetup(space, Problem.MINIMIZE_LOSS, 3, Map.of(), 100));
    }

    private static SearchSpace space(Map<String, Object> tree, String... constraints) {
        return SpaceParser.parse(tree, List.of(constraints), null).get().space();
    }

    @Test
    void coversEveryParameterEvenlyWhateverIsToldInBetween() {
        Sampler sampler = sampler(Problems.mixed().space());
        int trials = 96;
        List<Configuration> configurations = IntStream.range(0, trials)
                .mapToObj(number -> {
                    Configuration next = sampler.suggest(number).orElseThrow().configuration();
                    sampler.update(List.of(Trials.completed(number, next, number)), List.of());
                    return next;
                })
                .toList();
        assertThat(counts(configurations, "layers").values()).containsOnly(24L);
        assertThat(counts(configurations, "opt").values())
                .allSatisfy(count -> assertThat(count).isBetween(31L, 33L));
    }

    @Test
    void coversPairsOfParametersEvenly() {
        Sampler sampler = sampler(Spaces.floats(2, 0, 1));
        assertThat(IntStream.range(0, 16)
                        .mapToObj(number -> sampler.suggest(number)
                                .orElseThrow()
                                .configuration()
                                .values())
                        .map(values ->
                                List.of((int) (4 * (double) values.get("x0")), (int) (4 * (double) values.get("x1")))))
                .as("cells of a four by four board")
                .doesNotHaveDuplicates();
    }

    private static Map<Object, Long> counts(List<Configuration> configurations, String name) {
        return configurations.stream()
                .map(configuration -> configuration.values().get(name))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void givesTheSamePointsWithoutThoseBefore() {
        SearchSpace space = Problems.sphere5().space();
        assertThat(sampler(space).suggest(1_000_000)).isEqualTo(sampler(space).suggest(1_000_000));
        assertThat(sampler(space).suggest(12).orElseThrow().reason()).isEqualTo("Sobol: point 12 of the sequence");
    }

    @Test
    void replacesPointsThatBreakAConstraint() {
        Sampler sampler = sampler(space(Map.of("x", Map.of("type", "float", "min", 0, "max", 1)), "x < 0.1"));
        List<String> reasons = IntStream.range(0, 50)
                .mapToObj(number -> sampler.suggest(number).orElseThrow())
                .peek(suggestion -> assertThat(
                                (double) suggestion.configuration().values().get("x"))
                        .isLessThan(0.1))
                .map(suggestion -> suggestion.reason())
                .toList();
        assertThat(reasons).anySatisfy(reason -> assertThat(reason).contains("taken or not allowed"));
    }

    @Test
    void drawsAtRandomWhenNearlyNothingIsAllowed() {
        SearchSpace narrow = space(Map.of("x", Map.of("type", "float", "min", 0, "max", 1)), "x < 0.001");
        assertThat(sampler(narrow).suggest(0).orElseThrow().reason()).startsWith("drawn at random");
    }

    @Test
    void findsTheLastFreePoint() {
        Sampler sampler = sampler(space(Map.of("x", Map.of("type", "int", "min", 1, "max", 500))));
        List<FinishedTrial> all = IntStream.rangeClosed(1, 500)
                .filter(x -> x != 321)
                .mapToObj(x -> Trials.completed(x, new Configuration(Map.of("x", (long) x)), x))
                .toList();
        sampler.update(all, List.of());
        assertThat(sampler.suggest(501).orElseThrow().configuration().values()).containsEntry("x", 321L);
    }
}
