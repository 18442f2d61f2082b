package io.sweepforge.search.scheduler.ranking;

import java.util.Optional;

/**
 * Trials that are compared with each other, from the best to the worst: by their loss when there is one, by their
 * non-dominated front and within it by crowding distance when there are several (Deb et al., A fast and elitist
 * multiobjective genetic algorithm, 2002). NaN is behind every number; of two equals the one that came earlier is ahead.
 * Some of the trials wait to be picked.
 *
 * <p>Not thread-safe.
 */
public interface Standings {
    /** Empty ones for so many losses each, at least one. */
    static Standings of(int objectives) {
        return objectives == 1 ? new LossOrder() : new FrontOrder();
    }

    int size();

    /** How many would be ahead of a trial that came now. */
    int ahead(double[] losses);

    /** @param number of a trial that is not here yet */
    void add(int number, double[] losses, boolean waits);

    /** @param place from 0 for the best, less than {@link #size} */
    Placed at(int place);

    boolean isWaiting(int number);

    /** The trial waits no longer; it stays where it stands. */
    void release(int number);

    /** The best of those that wait, if it is among so many best of all. */
    Optional<Placed> bestWaiting(int places);

    /**
     * A trial and where it stands.
     *
     * @param rank from 1
     */
    record Placed(int number, double[] losses, int rank) {
        public boolean isNumber() {
            return Losses.areNumbers(losses);
        }
    }
}
