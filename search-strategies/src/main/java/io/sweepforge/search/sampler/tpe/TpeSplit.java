package io.sweepforge.search.sampler.tpe;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.support.TrialRanking;
import io.sweepforge.search.space.Configuration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The trials in which one group is active, as points: the best fraction, and the rest together with those still running
 * (the constant liar: nobody should try next to them).
 */
record TpeSplit(List<double[]> good, List<double[]> bad) {
    /** More would cost time and change little. */
    private static final int MAX_BAD = 2_000;

    private static final int MAX_GOOD = 25;

    /**
     * @param ranked telling trials, the best first
     * @param byNumber finished trials, the latest first
     */
    static TpeSplit of(
            TpeGroup group,
            Collection<FinishedTrial> ranked,
            Collection<FinishedTrial> byNumber,
            List<Configuration> running) {
        long count = ranked.stream().filter(trial -> isActive(group, trial)).count();
        long size = Math.min(MAX_GOOD, (count + 9) / 10);
        List<double[]> good = new ArrayList<>();
        Set<Integer> best = new HashSet<>();
        ranked.stream().filter(trial -> isActive(group, trial)).limit(size).forEach(trial -> {
            best.add(trial.number());
            good.add(group.encode(trial.configuration()));
        });
        List<double[]> bad = new ArrayList<>();
        byNumber.stream()
                .filter(TrialRanking::isTelling)
                .filter(trial -> isActive(group, trial) && !best.contains(trial.number()))
                .limit(MAX_BAD)
                .forEach(trial -> bad.add(group.encode(trial.configuration())));
        running.stream()
                .filter(configuration -> group.isActive(configuration.values()))
                .forEach(configuration -> bad.add(group.encode(configuration)));
        return new TpeSplit(good, bad);
    }

    private static boolean isActive(TpeGroup group, FinishedTrial trial) {
        return group.isActive(trial.configuration().values());
    }
}
