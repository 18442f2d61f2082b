package io.sweepforge.search.sampler.auto;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.sampler.SamplerCases;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AutoSamplerTest {
    private static final Set<String> ALL = Set.of("random", "grid", "gp", "tpe", "cma-es", "nsga2");
    private static final SamplerSetup NUMERIC = setup(Problems.sphere5().space(), 100);
    private static final SamplerSetup MIXED = setup(Problems.mixed().space(), 100);

    private static SamplerSetup setup(SearchSpace space, int plannedTrials) {
        return new SamplerSetup(space, Problem.MINIMIZE_LOSS, 0, Map.of(), plannedTrials);
    }

    private static SamplerSetup twoObjectives() {
        Objective objective = Problem.MINIMIZE_LOSS.get(0);
        return new SamplerSetup(Problems.mixed().space(), List.of(objective, objective), 0, Map.of(), 10);
    }

    @Test
    void takesTheGridOnlyWhenTheBudgetCoversIt() {
        assertThat(reason(setup(SamplerCases.discrete(), 100))).startsWith("auto chose grid, the budget covers");
        assertThat(reason(setup(SamplerCases.discrete(), 10))).doesNotStartWith("auto chose grid");
    }

    @Test
    void modelsFewTrialsWithAGaussianProcess() {
        assertThat(Turns.of(NUMERIC, false, 250, 100).kinds()).containsExactly("gp");
        assertThat(Turns.of(MIXED, false, 0, 0).kinds()).containsExactly("gp");
    }

    @Test
    void letsAQuickModelTakeEveryOtherTurnLater() {
        assertThat(Turns.of(NUMERIC, false, 251, 0).kinds()).containsExactly("gp", "cma-es");
        assertThat(Turns.of(NUMERIC, false, 2_000, 100).kinds()).containsExactly("gp", "cma-es");
        assertThat(Turns.of(MIXED, false, 251, 0).kinds()).containsExactly("gp", "tpe");
        assertThat(Turns.of(twoObjectives(), false, 251, 0).kinds()).containsExactly("gp", "nsga2");
    }

    @Test
    void leavesManyTrialsToQuickModels() {
        assertThat(Turns.of(NUMERIC, false, 2_001, 0).kinds()).containsExactly("cma-es", "tpe");
        assertThat(Turns.of(MIXED, false, 0, 101).kinds()).containsExactly("tpe");
        assertThat(Turns.of(twoObjectives(), false, 2_001, 0).kinds()).containsExactly("nsga2");
    }

    @Test
    void goesRoundByTrialNumber() {
        Turns turns = new Turns(List.of("gp", "tpe"), "of the test");
        assertThat(List.of(turns.kindOf(0), turns.kindOf(1), turns.kindOf(2))).containsExactly("gp", "tpe", "gp");
    }

    @Test
    void doesWithoutKindsThatRefuse() {
        Turns turns = Turns.of(NUMERIC, false, 251, 0);
        assertThat(turns.among(Set.of("gp", "tpe", "random")).kinds()).containsExactly("gp");
        assertThat(turns.among(Set.of("tpe", "random")).kinds()).containsExactly("tpe");
        assertThat(turns.among(Set.of("random")).kinds()).containsExactly("random");
        assertThat(turns.among(ALL)).isEqualTo(turns);
    }

    @Test
    void servesSeveralObjectives() {
        assertThat(Samplers.refusals("auto", twoObjectives())).isEmpty();
        assertThat(reason(twoObjectives())).startsWith("auto chose ");
    }

    @Test
    void refusesWhatNobodyCanDo() {
        SearchSpace impossible = SpaceParser.parse(
                        Map.of("x", Map.of("type", "float", "min", 0.0, "max", 1.0)), List.of("x > 2"), null)
                .get()
                .space();
        assertThat(Samplers.refusals("auto", setup(impossible, 10)))
                .extracting(FieldError::field)
                .containsExactly("constraints");
    }

    private static String reason(SamplerSetup setup) {
        return Samplers.create("auto", setup).suggest(0).orElseThrow().reason();
    }
}
