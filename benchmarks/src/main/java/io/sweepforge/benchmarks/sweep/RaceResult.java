package io.sweepforge.benchmarks.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Both sides of one sweep with one seed.
 *
 * @param target the best validation value that both reached
 */
record RaceResult(String sweep, long seed, double target, Side ours, Side peers) {
    /**
     * One side.
     *
     * @param searcher what chose the configurations
     * @param secondsToTarget wall time until a report was at least as good as the target
     * @param seconds wall time of the whole sweep
     * @param epochs trained in all
     */
    record Side(String searcher, double best, double secondsToTarget, double seconds, int epochs) {
        static Side of(Timeline timeline, double target) {
            return new Side(
                    timeline.searcher(),
                    timeline.best(),
                    timeline.secondsTo(target).orElse(Double.NaN),
                    timeline.seconds(),
                    timeline.epochs());
        }
    }

    static RaceResult of(String sweep, long seed, Timeline ours, Timeline peers) {
        double target = ours.worseBest(peers);
        return new RaceResult(sweep, seed, target, Side.of(ours, target), Side.of(peers, target));
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
