package io.sweepforge.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.strategy.StrategyDescription;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplersTest {
    private static SamplerSetup setup(SearchSpace space, int plannedTrials, Map<String, Object> options) {
        return new SamplerSetup(space, Problem.MINIMIZE_LOSS, 0, options, plannedTrials);
    }

    @Test
    void describesEveryKind() {
        assertThat(Samplers.descriptions())
                .extracting(StrategyDescription::kind)
                .containsExactly("auto", "random", "grid", "tpe");
        assertThat(Samplers.descriptions())
                .allSatisfy(each -> assertThat(each.description()).endsWith("."));
    }

    @Test
    void refusesAKindThatDoesNotExistAndSaysWhichDo() {
        assertThat(Samplers.refusals("cma-es", setup(Problem.mixed().space(), 10, Map.of())))
                .containsExactly(new FieldError(
                        "sampler.kind", "must be one of \"auto\", \"random\", \"grid\", \"tpe\", was \"cma-es\""));
    }

    @Test
    void refusesEveryWrongOption() {
        SamplerSetup setup = setup(Problem.mixed().space(), 10, Map.of("startupTrials", 0, "startTrials", 3));
        assertThat(Samplers.refusals("tpe", setup))
                .containsExactlyInAnyOrder(
                        new FieldError("sampler.startupTrials", "must be an integer of at least 1, was 0"),
                        new FieldError(
                                "sampler.startTrials", "is not a known option; did you mean \"startupTrials\"?"));
        assertThatThrownBy(() -> Samplers.create("tpe", setup))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sampler.startupTrials");
    }

    @Test
    void autoTakesTheGridOnlyWhenTheBudgetCoversIt() {
        assertThat(reason(setup(SamplerCases.discrete(), 100, Map.of()))).startsWith("auto chose grid");
        assertThat(reason(setup(SamplerCases.discrete(), 10, Map.of()))).startsWith("auto chose tpe");
        assertThat(reason(setup(Problem.mixed().space(), 100, Map.of()))).startsWith("auto chose tpe");
    }

    @Test
    void autoDrawsAtRandomForSeveralObjectives() {
        Objective objective = Problem.MINIMIZE_LOSS.get(0);
        SamplerSetup two = new SamplerSetup(Problem.mixed().space(), List.of(objective, objective), 0, Map.of(), 10);
        assertThat(Samplers.refusals("auto", two)).isEmpty();
        assertThat(reason(two)).startsWith("auto chose random");
    }

    private static String reason(SamplerSetup setup) {
        return Samplers.create("auto", setup).suggest(0).orElseThrow().reason();
    }
}
