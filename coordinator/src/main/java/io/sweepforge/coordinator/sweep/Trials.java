package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepView.TrialCounts;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.search.Objective;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * A sweep's trials with what decisions look up: who is in which state that is not final, how many are in the others, and
 * their rank. Immutable; every change costs O(log n).
 */
final class Trials {
    /** A trial's place among those with a result: smaller loss first, then the earlier one. */
    record Ranked(double loss, int number) {}

    private static final PSortedSet<Ranked> NO_RANKS =
            TreePSet.empty(Comparator.comparingDouble(Ranked::loss).thenComparingInt(Ranked::number));

    private final Objective objective;
    private final PVector<Trial> all;
    private final PMap<TrialState, PSortedSet<Integer>> open;
    private final PMap<TrialState, Integer> counts;
    private final PSortedSet<Ranked> ranking;
    private final int copies;

    private Trials(
            Objective objective,
            PVector<Trial> all,
            PMap<TrialState, PSortedSet<Integer>> open,
            PMap<TrialState, Integer> counts,
            PSortedSet<Ranked> ranking,
            int copies) {
        this.objective = objective;
        this.all = all;
        this.open = open;
        this.counts = counts;
        this.ranking = ranking;
        this.copies = copies;
    }

    static Trials none(Objective objective) {
        return new Trials(objective, TreePVector.empty(), HashTreePMap.empty(), HashTreePMap.empty(), NO_RANKS, 0);
    }

    static Trials of(Objective objective, Collection<Trial> trials) {
        Trials result = none(objective);
        for (Trial trial : trials) {
            result = result.plus(trial);
        }
        return result;
    }

    /** @param trial with the next number */
    Trials plus(Trial trial) {
        if (trial.number() != all.size()) {
            throw new IllegalStateException("Trial " + trial.number() + " follows " + all.size() + " others");
        }
        return new Trials(
                objective,
                all.plus(trial),
                entered(open, trial),
                counted(counts, trial, 1),
                ranked(ranking, trial),
                copies + (trial.origin() == null ? 0 : 1));
    }

    Trials with(Trial trial) {
        Trial before = all.get(trial.number());
        PMap<TrialState, PSortedSet<Integer>> openNow = open;
        PMap<TrialState, Integer> countsNow = counts;
        if (before.state() != trial.state()) {
            openNow = entered(left(open, before), trial);
            countsNow = counted(counted(counts, before, -1), trial, 1);
        }
        PSortedSet<Ranked> others = before.hasResult() ? ranking.minus(rank(before)) : ranking;
        return new Trials(
                objective, all.with(trial.number(), trial), openNow, countsNow, ranked(others, trial), copies);
    }

    /** How many began as copies of others. */
    int copies() {
        return copies;
    }

    int size() {
        return all.size();
    }

    Optional<Trial> find(int number) {
        return number >= 0 && number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
    }

    Trial get(int number) {
        return all.get(number);
    }

    List<Trial> all() {
        return all;
    }

    /** Numbers in ascending order. */
    Collection<Integer> pending() {
        return in(TrialState.PENDING);
    }

    Collection<Integer> running() {
        return in(TrialState.RUNNING);
    }

    Collection<Integer> paused() {
        return in(TrialState.PAUSED);
    }

    int count(TrialState state) {
        return counts.getOrDefault(state, 0);
    }

    int finished() {
        return size() - pending().size() - running().size() - paused().size();
    }

    TrialCounts counts() {
        return new TrialCounts(
                size(),
                pending().size(),
                running().size(),
                paused().size(),
                count(TrialState.COMPLETED),
                count(TrialState.PRUNED),
                count(TrialState.FAILED),
                count(TrialState.CANCELLED));
    }

    /** Those with a result, the best first. */
    Collection<Ranked> ranking() {
        return ranking;
    }

    Optional<Trial> best() {
        return ranking.isEmpty()
                ? Optional.empty()
                : Optional.of(get(ranking.first().number()));
    }

    private PSortedSet<Integer> in(TrialState state) {
        return open.getOrDefault(state, TreePSet.empty());
    }

    private static PMap<TrialState, PSortedSet<Integer>> entered(
            PMap<TrialState, PSortedSet<Integer>> open, Trial trial) {
        TrialState state = trial.state();
        return state.isFinal()
                ? open
                : open.plus(state, open.getOrDefault(state, TreePSet.empty()).plus(trial.number()));
    }

    private static PMap<TrialState, PSortedSet<Integer>> left(PMap<TrialState, PSortedSet<Integer>> open, Trial trial) {
        TrialState state = trial.state();
        return open.plus(state, open.getOrDefault(state, TreePSet.empty()).minus(trial.number()));
    }

    private static PMap<TrialState, Integer> counted(PMap<TrialState, Integer> counts, Trial trial, int change) {
        return counts.plus(trial.state(), counts.getOrDefault(trial.state(), 0) + change);
    }

    private PSortedSet<Ranked> ranked(PSortedSet<Ranked> others, Trial trial) {
        return trial.hasResult() ? others.plus(rank(trial)) : others;
    }

    private Ranked rank(Trial trial) {
        Learned.Measured best = trial.learned().best();
        double value = best == null ? Double.NaN : best.values().get(0);
        return new Ranked(objective.toLoss(value), trial.number());
    }
}
