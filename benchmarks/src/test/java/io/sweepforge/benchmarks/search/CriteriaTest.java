package io.sweepforge.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.benchmarks.curves.CurveRace;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CriteriaTest {
    private static Outcome outcome(String sampler, String problem, int workers, double regret) {
        List<List<Double>> seeds = List.of(List.of(regret));
        return new Outcome(problem, sampler, 1, workers, List.of(100), List.of(regret), seeds);
    }

    private static SearchReport report(List<Outcome> sequential, List<Outcome> parallel) {
        return new SearchReport(List.of(), sequential, parallel, List.of(), List.of(), List.of());
    }

    private static SearchReport judged(SearchReport report) {
        return report.judged(Criteria.of(report, PeerFigures.recorded()));
    }

    @Test
    void countsTheProblemsOnWhichOptunaIsReached() {
        List<Outcome> outcomes = Tasks.judged().stream()
                .map(problem -> outcome("gp", problem, 1, problem.equals("mixed") ? 1 : 0))
                .collect(Collectors.toList());
        List<Criterion> criteria = judged(report(outcomes, List.of())).criteria();

        assertThat(criteria).singleElement().satisfies(criterion -> {
            assertThat(criterion.what()).isEqualTo("gp after 100 trials at most Optuna's GP");
            assertThat(criterion.measured()).isEqualTo("on 6 of 7");
            assertThat(criterion.met()).isTrue();
        });
    }

    @Test
    void judgesOnlyWhatWasMeasuredOnAllProblems() {
        SearchReport report = judged(report(List.of(outcome("gp", "branin", 1, 0)), List.of()));
        assertThat(report.verdict()).isEqualTo("verdict: 0 of 0 criteria met");
    }

    @Test
    void holdsParallelSearchesAgainstSequentialOnes() {
        SearchReport report = judged(report(
                List.of(outcome("random", "branin", 1, 2), outcome("random", "mixed", 1, 2)),
                List.of(outcome("random", "branin", 16, 3), outcome("random", "mixed", 16, 4))));

        assertThat(report.verdict())
                .isEqualTo("verdict: 0 of 1 criteria met; missed random with 16 at once:"
                        + " at most 1.5 times the sequential regret: on 1 of 2 (2 of 2)");
    }

    @Test
    void judgesEarlyStoppingByTheDefaultOnly() {
        double never = Double.POSITIVE_INFINITY;
        SearchReport report = new SearchReport(
                List.of(),
                List.of(),
                List.of(),
                List.of(new SuggestionCost("gp", 100, 39), new SuggestionCost("gp", 500, 151)),
                List.of(
                        new CurveRace.Row("mnist-conv", CurveRace.DEFAULT, 100, 0.3, never, never, 0.9),
                        new CurveRace.Row("mnist-conv", "random+none", 500, 1, never, never, 0.9)),
                List.of());

        assertThat(judged(report).criteria())
                .extracting(Criterion::measured)
                .containsExactly("39.0 ms", "151 ms", "30 % of its epochs", "never of its epochs");
    }

    @Test
    void showsThreeDigits() {
        assertThat(List.of(1234.5, 12.345, 1.2345, 0.12345, 0.012345, 0.0012345, 0.00012345, 0.0, -0.5).stream()
                        .map(Figures::brief))
                .containsExactly("1235", "12.3", "1.23", "0.123", "0.0123", "0.00123", "1.2e-04", "0.00000", "-0.500");
        assertThat(Figures.brief(Double.NaN)).isEqualTo("-");
        assertThat(Figures.brief(Double.POSITIVE_INFINITY)).isEqualTo("never");
    }
}
