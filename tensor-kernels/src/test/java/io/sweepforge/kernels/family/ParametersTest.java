package io.sweepforge.kernels.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final List<ParameterDescription> DESCRIPTIONS = List.of(
            Describe.number("learningRate", 1e-6, 1, 0.001, ""),
            Describe.integer("filters", 1, 512, 16, ""),
            Describe.flag("bidirectional", false, ""),
            Describe.category("optimizer", List.of("sgd", "adam"), "adam", ""));

    @Test
    void acceptsEveryJavaNumberThatIsInRange() {
        assertThat(Parameters.problems(
                        DESCRIPTIONS,
                        Map.of("learningRate", 1, "filters", 32L, "bidirectional", true, "optimizer", "sgd")))
                .isEmpty();
        assertThat(Parameters.problems(DESCRIPTIONS, Map.of("filters", 32.0))).isEmpty();
    }

    @Test
    void namesParameterValueAndRangeOfEveryMistake() {
        Map<String, Object> wrong = Map.of(
                "learningRate", 2.0, "filters", 1.5, "bidirectional", "maybe", "optimizer", 7, "filtres", 8, "zzz", 1);

        assertThat(Parameters.problems(DESCRIPTIONS, wrong))
                .containsExactly(
                        "bidirectional must be one of false, true, was maybe",
                        "filters must be an integer from 1 to 512, was 1.5",
                        "filtres is not a parameter of this family; did you mean filters?",
                        "learningRate must be a number from 1.0E-6 to 1.0, was 2.0",
                        "optimizer must be one of sgd, adam, was 7",
                        "zzz is not a parameter of this family; known are bidirectional, filters, learningRate, optimizer");
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThat(Parameters.problems(DESCRIPTIONS, Map.of("learningRate", Double.NaN)))
                .hasSize(1);
        assertThat(Parameters.problems(DESCRIPTIONS, Map.of("filters", "16"))).hasSize(1);
        assertThat(Parameters.problems(DESCRIPTIONS, Map.of("filters", true))).hasSize(1);
    }

    @Test
    void absentParametersTakeTheirDefaults() {
        Parameters parameters = Parameters.of(DESCRIPTIONS, Map.of("filters", 8));

        assertThat(parameters.integer("filters")).isEqualTo(8);
        assertThat(parameters.number("learningRate")).isEqualTo(0.001);
        assertThat(parameters.flag("bidirectional")).isFalse();
        assertThat(parameters.category("optimizer")).isEqualTo("adam");
    }

    @Test
    void looksTheSameForEqualTrialsHoweverTheyAreWritten() {
        assertThat(Parameters.of(DESCRIPTIONS, Map.of("filters", 16, "bidirectional", false)))
                .hasToString(
                        Parameters.of(DESCRIPTIONS, Map.of("filters", 16.0)).toString());
        assertThat(Parameters.of(DESCRIPTIONS, Map.of("filters", 8)).toString())
                .isNotEqualTo(Parameters.of(DESCRIPTIONS, Map.of()).toString());
    }

    @Test
    void refusesToResolveWhatHasProblems() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(DESCRIPTIONS, Map.of("filters", 0)))
                .withMessage("filters must be an integer from 1 to 512, was 0");
    }
}
