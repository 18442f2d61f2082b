package io.sweepforge.benchmarks.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured on one sweep.
 *
 * @param ours by seed from 0 on
 * @param peers likewise
 */
record Searches(String sweep, List<Timeline> ours, List<Timeline> peers) {
    /**
     * Every search of ours beside every one of the peer's. Their random numbers have nothing to do with each other, so the
     * same seed does not make two searches belong together, and all pairs leave less to chance than a few.
     */
    List<RaceResult> races() {
        List<RaceResult> races = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            for (int j = 0; j < peers.size(); j++) {
                double target = ours.get(i).worseBest(peers.get(j));
                RaceResult.Side our = RaceResult.Side.of(i, ours.get(i), target);
                races.add(new RaceResult(sweep, target, our, RaceResult.Side.of(j, peers.get(j), target)));
            }
        }
        return races;
    }
}
