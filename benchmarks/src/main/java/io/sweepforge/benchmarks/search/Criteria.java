package io.sweepforge.benchmarks.search;

import io.sweepforge.benchmarks.curves.CurveRace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What this project demands of its samplers. What was not measured is not judged. */
final class Criteria {
    private static final double MOST_REGRET_RATIO = 1.5;
    private static final double SHARE_OF_RANDOM = 1.0 / 3;
    private static final double SHARE_OF_ASHA = 2.0 / 3;
    private static final String BRANCHES = "branches";

    private final SearchReport report;
    private final PeerFigures peers;
    private final List<Criterion> criteria = new ArrayList<>();

    private Criteria(SearchReport report, PeerFigures peers) {
        this.report = report;
        this.peers = peers;
    }

    static List<Criterion> of(SearchReport report, PeerFigures peers) {
        return new Criteria(report, peers).judge();
    }

    private List<Criterion> judge() {
        for (String sampler : List.of("gp", "auto")) {
            wins(sampler, "Optuna's GP", 6, 50, 100);
            bestBranch(sampler);
        }
        wins("tpe", "Optuna's TPE", 6, 50, 100, 200);
        wins("cma-es", "Optuna's CMA-ES", 5, 200);
        cost("gp", 100, 40);
        cost("gp", 500, 150);
        cost("tpe", 1_000, 2);
        cost("tpe", 10_000, 5);
        cost("cma-es", 1_000, 0.2);
        report.parallel().stream()
                .filter(outcome -> !Double.isNaN(alone(outcome)))
                .collect(Collectors.groupingBy(Outcome::sampler, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::parallel);
        report.curves().stream()
                .filter(row -> row.contender().equals(CurveRace.DEFAULT))
                .forEach(this::earlyStopping);
        return criteria;
    }

    private void wins(String sampler, String rival, int required, int... budgets) {
        for (int budget : budgets) {
            Wins wins = Wins.count(report, peers, Tasks.judged(), sampler, budget);
            if (wins.compared() == Tasks.judged().size()) {
                add(
                        "%s after %d trials at most %s".formatted(sampler, budget, rival),
                        "on " + wins,
                        "%d of %d".formatted(required, Tasks.judged().size()),
                        wins.won() >= required);
            }
        }
    }

    private void bestBranch(String sampler) {
        double ours = report.after(BRANCHES, sampler, 100);
        double tpe = report.after(BRANCHES, "tpe", 100);
        if (!Double.isNaN(ours) && !Double.isNaN(tpe)) {
            add(
                    sampler + " on " + BRANCHES + " after 100 trials",
                    Figures.brief(ours),
                    "at most tpe's " + Figures.brief(tpe),
                    ours <= tpe);
        }
    }

    private void cost(String sampler, int finished, double most) {
        report.costs().stream()
                .filter(cost -> cost.sampler().equals(sampler) && cost.finished() == finished)
                .forEach(cost -> add(
                        "%s suggests with %d finished trials".formatted(sampler, finished),
                        Figures.brief(cost.milliseconds()) + " ms",
                        "at most " + Figures.brief(most) + " ms",
                        cost.milliseconds() <= most));
    }

    /** On each problem the last budget counts. */
    private void parallel(String sampler, List<Outcome> outcomes) {
        long good = outcomes.stream()
                .filter(outcome -> outcome.last() <= MOST_REGRET_RATIO * alone(outcome))
                .count();
        add(
                "%s with %d at once: at most %s times the sequential regret"
                        .formatted(sampler, outcomes.get(0).workers(), MOST_REGRET_RATIO),
                "on %d of %d".formatted(good, outcomes.size()),
                "%1$d of %1$d".formatted(outcomes.size()),
                good == outcomes.size());
    }

    private double alone(Outcome outcome) {
        return report.after(outcome.problem(), outcome.sampler(), outcome.budget());
    }

    private void earlyStopping(CurveRace.Row row) {
        String what = "%s on %s reaches ".formatted(row.contender(), row.study());
        share(what + "random search's best", row.shareOfRandom(), SHARE_OF_RANDOM);
        share(what + "plain ASHA's best", row.shareOfAsha(), SHARE_OF_ASHA);
    }

    private void share(String what, double share, double most) {
        add(what, percent(share) + " of its epochs", "at most " + percent(most), share <= most);
    }

    private static String percent(double share) {
        return Double.isInfinite(share) ? "never" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private void add(String what, String measured, String required, boolean met) {
        criteria.add(new Criterion(what, measured, required, met));
    }
}
