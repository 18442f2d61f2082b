package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.scheduler.ranking.Standings;
import java.util.Optional;

/** All trials that reached one epoch; of these the best go on, and some wait paused until they do. */
final class Rung {
    private final int epoch;
    private final int factor;
    private final Standings standings;

    /** @param factor one in so many goes on, rounded up */
    Rung(int epoch, int factor, int objectives) {
        this.epoch = epoch;
        this.factor = factor;
        this.standings = Standings.of(objectives);
    }

    int epoch() {
        return epoch;
    }

    /** Where a trial that comes now would stand. */
    Standing standing(int number, double[] losses) {
        int count = standings.size() + 1;
        return new Standing(number, losses, standings.ahead(losses) + 1, count, places(count));
    }

    void add(int number, double[] losses, boolean waits) {
        standings.add(number, losses, waits);
    }

    boolean holds(int number) {
        return standings.isWaiting(number);
    }

    /** The trial waits no longer. */
    void release(int number) {
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
        int places = places(count);
        return standings
                .bestWaiting(places)
                .filter(Standings.Placed::isNumber)
                .map(best -> new Standing(best.number(), best.losses(), best.rank(), count, places));
    }

    private int places(int count) {
        return (count + factor - 1) / factor;
    }
}
