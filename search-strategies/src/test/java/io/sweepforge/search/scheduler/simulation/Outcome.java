package io.sweepforge.search.scheduler.simulation;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What came out of a simulation.
 *
 * @param bestAfter the best loss measured so far, after each epoch trained by anybody
 */
public record Outcome(List<SimulatedTrial> trials, List<Double> bestAfter) {
    public int epochs() {
        return bestAfter.size();
    }

    public double best() {
        return bestAfter.get(bestAfter.size() - 1);
    }

    /** How many epochs it took until the best loss was as good as a given one; empty when it never was. */
    public OptionalInt epochsTo(double loss) {
        return IntStream.range(0, bestAfter.size())
                .filter(i -> bestAfter.get(i) <= loss)
                .map(i -> i + 1)
                .findFirst();
    }

    public long count(SimulatedTrial.State state) {
        return trials.stream().filter(trial -> trial.state() == state).count();
    }
}
