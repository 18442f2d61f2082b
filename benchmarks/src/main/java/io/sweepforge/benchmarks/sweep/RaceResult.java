package io.sweepforge.benchmarks.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * One search of each side over the same sweep.
 *
 * @param target the best validation value that both reached
 */
record RaceResult(String sweep, double target, Side ours, Side peers) {
    /**
     * One side.
     *
     * @param seed of the search
     * @param searcher what chose the configurations
     * @param secondsToTarget wall time until a report was at least as good as the target
     * @param seconds wall time of the whole sweep
     * @param epochs trained in all
     */
    record Side(long seed, String searcher, double best, double secondsToTarget, double seconds, int epochs) {
        static Side of(long seed, Timeline timeline, double target) {
            return new Side(
                    seed,
                    timeline.searcher(),
                    timeline.best(),
                    timeline.secondsTo(target).orElse(Double.NaN),
                    timeline.seconds(),
                    timeline.epochs());
        }
    }

    /**
     * Every search of ours beside every one of the peer's. Their random numbers have nothing to do with each other, so the
     * same seed does not make two searches belong together, and all pairs leave less to chance than a few.
     *
     * @param ours by seed from 0 on
     * @param peers likewise
     */
    static List<RaceResult> all(String sweep, List<Timeline> ours, List<Timeline> peers) {
        List<RaceResult> races = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            for (int j = 0; j < peers.size(); j++) {
                double target = ours.get(i).worseBest(peers.get(j));
                Side our = Side.of(i, ours.get(i), target);
                races.add(new RaceResult(sweep, target, our, Side.of(j, peers.get(j), target)));
            }
        }
        return races;
    }

    /** Whether the two were run one after the other. */
    boolean isOfOneSeed() {
        return ours.seed() == peers.seed();
    }

    /** How many times faster ours reached the target. */
    @JsonProperty
    double ratio() {
        return peers.secondsToTarget() / ours.secondsToTarget();
    }

    /** How many times more epochs ours trained in a second. */
    @JsonProperty
    double throughputRatio() {
        return ours.epochs() / ours.seconds() / (peers.epochs() / peers.seconds());
    }
}
