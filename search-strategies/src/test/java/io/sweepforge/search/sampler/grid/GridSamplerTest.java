package io.sweepforge.search.sampler.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.Trials;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerCases;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.GridWalk;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridSamplerTest {
    private final SearchSpace space = SamplerCases.discrete();

    private static SamplerSetup setup(SearchSpace space) {
        return new SamplerSetup(space, Problem.MINIMIZE_LOSS, 0, Map.of(), 100);
    }

    private static Configuration at(Sampler sampler, int number) {
        return sampler.suggest(number).orElseThrow().configuration();
    }

    @Test
    void leavesOnePointToEachSmallerNumber() {
        Sampler grid = Samplers.create("grid", setup(space));
        List<Configuration> points = GridWalk.points(space, 1_000).orElseThrow();
        assertThat(IntStream.range(0, points.size()).mapToObj(number -> at(grid, number)))
                .containsExactlyElementsOf(points);
        assertThat(grid.suggest(points.size())).isEmpty();
    }

    @Test
    void skipsPointsThatSeedTrialsHave() {
        List<Configuration> points = GridWalk.points(space, 1_000).orElseThrow();
        Sampler grid = Samplers.create("grid", setup(space));
        grid.update(List.of(Trials.completed(0, points.get(1), 0.5)), List.of(new ActiveTrial(1, points.get(0))));
        assertThat(at(grid, 2)).isEqualTo(points.get(2));
        assertThat(at(grid, 3)).isEqualTo(points.get(3));
    }

    @Test
    void goesOnAfterARestartWhereItWas() {
        List<Configuration> points = GridWalk.points(space, 1_000).orElseThrow();
        Sampler restarted = Samplers.create("grid", setup(space));
        restarted.update(
                IntStream.range(0, 10)
                        .mapToObj(number -> Trials.completed(number, points.get(number), 0))
                        .toList(),
                List.of());
        assertThat(at(restarted, 10)).isEqualTo(points.get(10));
    }

    @Test
    void stepsFloatsInDecimals() {
        SearchSpace floats = SpaceParser.parse(
                        Map.of("x", Map.of("type", "float", "min", 0.1, "max", 0.5, "step", 0.1)), null, null)
                .get()
                .space();
        assertThat(GridWalk.points(floats, 100).orElseThrow())
                .extracting(point -> point.values().get("x"))
                .containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
    }

    @Test
    void namesEachContinuousParameterItCannotWalk() {
        assertThat(Samplers.refusals("grid", setup(Problems.mixed().space())))
                .extracting(FieldError::field)
                .containsExactly("space.lr.step", "space.drop.step", "space.momentum.step");
    }

    @Test
    void refusesAGridThatIsTooLarge() {
        Map<String, Object> wide = Map.of("type", "int", "min", 0, "max", 9_999);
        SearchSpace large = SpaceParser.parse(Map.of("a", wide, "b", wide), null, null)
                .get()
                .space();
        assertThat(Samplers.refusals("grid", setup(large)))
                .singleElement()
                .extracting(FieldError::message)
                .asString()
                .contains("more than 100000 points");
    }

    @Test
    void refusesAGridWithoutAFeasiblePoint() {
        SearchSpace impossible = SpaceParser.parse(
                        Map.of("a", Map.of("type", "int", "min", 0, "max", 9)), List.of("a > 9"), null)
                .get()
                .space();
        assertThat(Samplers.refusals("grid", setup(impossible)))
                .extracting(FieldError::field)
                .containsExactly("constraints");
    }

    @Test
    void spaceWithoutParametersHasOnePoint() {
        Sampler grid = Samplers.create("grid", setup(new SearchSpace(List.of(), List.of())));
        assertThat(at(grid, 0).values()).isEmpty();
        assertThat(grid.suggest(1)).isEmpty();
    }
}
