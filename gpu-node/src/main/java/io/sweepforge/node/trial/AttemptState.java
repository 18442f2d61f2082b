package io.sweepforge.node.trial;

/** Where an attempt is in its life on this node. */
public enum AttemptState {
    /** Its data set, and the checkpoint it goes on from, are on their way. */
    FETCHING,
    /** It is a lane of a trial array. */
    TRAINING,
    /** Its lane is being taken out because the coordinator said stop. */
    STOPPING,
    /** Its lane is being taken out with a checkpoint because the coordinator said pause. */
    PAUSING,
    /** Its lane is being taken out with a checkpoint because this node stops. */
    LEAVING,
    /** All epochs are done; the final checkpoint is on its way to the artifact store. */
    SAVING_COMPLETED,
    /** The checkpoint of its pause is on its way to the artifact store. */
    SAVING_PAUSED,
    /** The checkpoint for whoever takes over is on its way to the artifact store. */
    SAVING_LEFT,
    /** Nothing but unacknowledged updates is left of it. */
    ENDED;

    /** Whether it occupies, or is about to occupy, a lane of its device. */
    public boolean needsLane() {
        return compareTo(SAVING_COMPLETED) < 0;
    }
}
