package io.sweepforge.search.sampler.support;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import java.util.Comparator;

/**
 * Finished trials from best to worst: completed ones by loss, then pruned ones by how far they came, then those without
 * a number, then infeasible ones.
 */
public final class TrialRanking {
    /** Equally good ones tie. */
    public static final Comparator<FinishedTrial> QUALITY = Comparator.comparingInt(TrialRanking::tier)
            .thenComparing(Comparator.comparingInt(TrialRanking::depth).reversed())
            .thenComparingDouble(TrialRanking::loss);

    /** Equally good ones by number, so that no two tie. */
    public static final Comparator<FinishedTrial> BEST_FIRST = QUALITY.thenComparingInt(FinishedTrial::number);

    private TrialRanking() {}

    /** Whether a trial says anything about its configuration. */
    public static boolean isTelling(FinishedTrial trial) {
        return trial.outcome() != Outcome.FAILED && trial.outcome() != Outcome.CANCELLED;
    }

    private static int tier(FinishedTrial trial) {
        if (trial.outcome() == Outcome.INFEASIBLE) {
            return 3;
        }
        if (Double.isNaN(loss(trial))) {
            return 2;
        }
        return trial.outcome() == Outcome.PRUNED ? 1 : 0;
    }

    private static int depth(FinishedTrial trial) {
        return trial.outcome() == Outcome.PRUNED ? trial.epoch() : 0;
    }

    private static double loss(FinishedTrial trial) {
        return trial.losses().isEmpty() ? Double.NaN : trial.losses().get(0);
    }
}
