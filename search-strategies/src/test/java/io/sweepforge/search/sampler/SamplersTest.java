package io.sweepforge.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import io.sweepforge.search.strategy.StrategyDescription;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplersTest {
    private static SamplerSetup setup(SearchSpace space, int plannedTrials, Map<String, Object> options) {
        return new SamplerSetup(space, Problem.MINIMIZE_LOSS, 0, options, plannedTrials);
    }

    @Test
    void describesEveryKind() {
        assertThat(Samplers.descriptions())
                .extracting(StrategyDescription::kind)
                .startsWith("auto")
                .contains("random", "grid", "tpe")
                .doesNotHaveDuplicates();
        assertThat(Samplers.descriptions())
                .allSatisfy(each -> assertThat(each.description()).endsWith("."));
    }

    @Test
    void refusesAKindThatDoesNotExistAndSaysWhichDo() {
        List<FieldError> refusals =
                Samplers.refusals("bayes", setup(Problems.mixed().space(), 10, Map.of()));
        assertThat(refusals).extracting(FieldError::field).containsExactly("sampler.kind");
        assertThat(refusals.get(0).message())
                .startsWith("must be one of \"auto\", \"random\", \"grid\"")
                .endsWith(", was \"bayes\"");
    }

    @Test
    void refusesEveryWrongOption() {
        SamplerSetup setup = setup(Problems.mixed().space(), 10, Map.of("startupTrials", 0, "startTrials", 3));
        assertThat(Samplers.refusals("tpe", setup))
                .containsExactlyInAnyOrder(
                        new FieldError("sampler.startupTrials", "must be an integer of at least 1, was 0"),
                        new FieldError(
                                "sampler.startTrials", "is not a known option; did you mean \"startupTrials\"?"));
        assertThatThrownBy(() -> Samplers.create("tpe", setup))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sampler.startupTrials");
    }

    static Stream<String> kinds() {
        return Samplers.descriptions().stream().map(StrategyDescription::kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindRefusesConstraintsThatNothingMeets(String kind) {
        SearchSpace impossible = SpaceParser.parse(
                        Map.of("n", Map.of("type", "int", "min", 1, "max", 50)), List.of("n > 60"), null)
                .get()
                .space();
        assertThat(Samplers.refusals(kind, setup(impossible, 10, Map.of())))
                .extracting(FieldError::field)
                .contains("constraints");
    }
}
