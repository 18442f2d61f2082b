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

    /**
     * End the trial, which counts as pruned, and begin another in its place: with the weights that the donor had saved
     * last and its parameters, slightly changed ({@code Perturbation}). A donor that has been copied from only before it
     * ended, or has no weights saved from before its last epoch, gives nothing to go on from: then the trial goes on.
     *
     * @param donor number of the trial to copy
     */
    record Exploit(int donor, String reason) implements Decision {}

    /**
     * Pause the trial, unless it is the promoted one itself, and give its lane to a paused trial, until the given epoch
     * at least. The promoted trial may still be on its way into its pause: then it goes on once it has arrived, or need
     * not pause at all. If it has ended meanwhile, nobody is promoted.
     *
     * @param number of the trial to take up again
     */
    record Promote(int number, int untilEpoch, String reason) implements Decision {}
}
