package io.sweepforge.search.scheduler;

/** What a scheduler wants to happen to a trial, and why in a sentence for the person who watches. */
public sealed interface Decision {
    String reason();

    /** Train on. */
    record Continue(String reason) implements Decision {}

    /** Checkpoint and give the lane away; the trial may be promoted later. */
    record Pause(String reason) implements Decision {}

    /** End the trial now; it counts as pruned. */
    record Stop(String reason) implements Decision {}

    /** Take a paused trial up again until the given epoch. */
    record Promote(int number, int untilEpoch, String reason) implements Decision {}
}
