package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.scheduler.ranking.Standings;
import java.util.Optional;

/** All trials that reached one epoch; of these the best go on, and some wait paused until they do. */
final class Rung {
    private final int epoch;
    private final int factor;
    private final boolean limited;
    private final Standings standings;
    /** How many went on. */
    private int gone;

    /**
     * @param factor one in so many goes on, rounded up
     * @param limited whether those that go on are counted, so that being one of the best is not enough when there is no
     *     place left
     */
    Rung(int epoch, int factor, boolean limited, int objectives) {
        this.epoch = epoch;
        this.factor = factor;
        this.limited = limited;
        this.standings = Standings.of(objectives);
    }

    int epoch() {
        return epoch;
    }

    /** Where a trial that comes now would stand. */
    Standing standing(int number, double[] losses) {
        int count = standings.size() + 1;
        return standing(number, losses, standings.ahead(losses) + 1, count);
    }

    private Standing standing(int number, double[] losses, int rank, int count) {
        int places = places(count);
        boolean room = !limited || gone < places || rank == 1;
        return new Standing(number, losses, rank, count, places, room);
    }

    void add(int number, double[] losses, Fate fate) {
        standings.add(number, losses, fate == Fate.WAITS);
        gone += fate == Fate.GOES_ON ? 1 : 0;
    }

    boolean holds(int number) {
        return standings.isWaiting(number);
    }

    /** The trial waits no longer: it goes on. */
    void release(int number) {
        gone += holds(number) ? 1 : 0;
        standings.release(number);
    }

    /**
     * The best trial that waits, if it has become one of those that go on. One that is about to come and is not among
     * the best changes nothing about who is; it only counts.
     *
     * @param coming how many are about to come
     */
    Optional<Standing> promotable(int coming) {
        int count = standings.size() + coming;
        return standings
                .bestWaiting(places(count))
                .map(best -> standing(best.number(), best.losses(), best.rank(), count))
                .filter(Standing::goesOn);
    }

    private int places(int count) {
        return (count + factor - 1) / factor;
    }
}
