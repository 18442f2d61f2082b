package io.sweepforge.search.analysis;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.support.TrialRanking;
import io.sweepforge.search.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures parameter importance. Losses, so that a maximised metric needs no special case; points on each parameter's
 * own scale. A parameter with conditions is judged among the trials where it was active, and its importance weighted
 * with their share.
 */
public final class ImportanceAnalysis {
    static final int FEWEST_TRIALS = 10;

    private ImportanceAnalysis() {}

    /**
     * The importance of every parameter.
     *
     * @param trials in any order; those that say nothing about their configuration are left out
     * @param objective position of the loss to explain
     * @param seed of whatever the method draws at random
     */
    public static Importance of(
            ImportanceMethod method, SearchSpace space, List<FinishedTrial> trials, int objective, long seed) {
        List<FinishedTrial> telling = trials.stream()
                .filter(TrialRanking::isTelling)
                .sorted(Comparator.comparingInt(FinishedTrial::number))
                .collect(Collectors.toList());
        Evidence evidence = Evidence.of(space, sampled(telling, method.mostTrials()), objective);
        if (evidence.size() < FEWEST_TRIALS) {
            return nothing(
                    evidence,
                    "Importance needs at least %d finished trials; there %s."
                            .formatted(FEWEST_TRIALS, evidence.size() == 1 ? "is 1" : "are " + evidence.size()));
        }
        if (evidence.isFlat()) {
            return nothing(evidence, "All finished trials are equally good, so no parameter can be told to matter.");
        }
        List<String> notes = new ArrayList<>();
        if (evidence.size() < telling.size()) {
            notes.add("Computed from %d of %d trials, evenly chosen.".formatted(evidence.size(), telling.size()));
        }
        Scoring scoring = method == ImportanceMethod.FANOVA ? new Fanova(seed) : new PedAnova();
        return shares(evidence, scores(evidence, scoring, notes), notes);
    }

    private static List<FinishedTrial> sampled(List<FinishedTrial> trials, int most) {
        int size = trials.size();
        return size <= most
                ? trials
                : IntStream.range(0, most)
                        .mapToObj(i -> trials.get((int) ((2L * i + 1) * size / (2L * most))))
                        .collect(Collectors.toList());
    }

    private static double[] scores(Evidence evidence, Scoring scoring, List<String> notes) {
        double[] scores = new double[evidence.parameters()];
        for (Evidence.Group group : evidence.groups()) {
            Evidence active = group.evidence();
            if (active.size() < FEWEST_TRIALS) {
                notes.add("Too few trials had %s to judge it.".formatted(group.names()));
            } else if (!active.isFlat()) {
                double share = active.size() / (double) evidence.size();
                double[] found = scoring.scores(active, group.always());
                group.members().forEach(d -> scores[d] = share * found[d]);
            }
        }
        return scores;
    }

    private static Importance shares(Evidence evidence, double[] scores, List<String> notes) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        if (sum <= 0) {
            notes.add("No parameter stands out from chance.");
            return nothing(evidence, String.join(" ", notes));
        }
        List<Importance.Item> items = new ArrayList<>();
        for (int d = 0; d < scores.length; d++) {
            items.add(new Importance.Item(evidence.name(d), scores[d] / sum));
        }
        items.sort(Comparator.comparingDouble(Importance.Item::importance).reversed());
        return new Importance(evidence.size(), items, String.join(" ", notes));
    }

    private static Importance nothing(Evidence evidence, String note) {
        return new Importance(evidence.size(), List.of(), note);
    }

    /** Unnormalised importance of parameters that are active in all trials of the evidence, by position. */
    @FunctionalInterface
    interface Scoring {
        double[] scores(Evidence evidence, int[] parameters);
    }
}
