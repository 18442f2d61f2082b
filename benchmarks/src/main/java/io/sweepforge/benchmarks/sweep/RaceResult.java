package io.sweepforge.benchmarks.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;

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
