package io.sweepforge.search.scheduler.halving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far apart two trials may be at a rung and still be too close to call: as far as those typically were that changed
 * places between this rung and the one before, or the next one at the first rung.
 */
final class Margins {
    /** Between each rung and the next one. */
    private final List<Crossings> crossings = new ArrayList<>();

    private final Map<Integer, Arrival> arrivals = new HashMap<>();

    private record Arrival(int rung, double loss) {}

    /** @param rungs how many there are */
    Margins(int rungs) {
        for (int next = 1; next < rungs; next++) {
            crossings.add(new Crossings());
        }
    }

    /** @param rung from 0; higher than any at which the trial arrived before */
    void arrive(int number, int rung, double loss) {
        Arrival before = arrivals.put(number, new Arrival(rung, loss));
        if (before != null && before.rung() == rung - 1) {
            crossings.get(before.rung()).add(before.loss(), loss);
        }
    }

    /** At least 0, which says that every difference counts. */
    double at(int rung) {
        if (crossings.isEmpty()) {
            return 0;
        }
        return rung == 0
                ? crossings.get(0).distanceBefore()
                : crossings.get(rung - 1).distanceAfter();
    }
}
