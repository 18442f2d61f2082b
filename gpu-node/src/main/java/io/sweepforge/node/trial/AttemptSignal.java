package io.sweepforge.node.trial;

/** What may happen to an attempt. */
public enum AttemptSignal {
    /** Data set and checkpoint are here. */
    PREPARED,
    /** The coordinator wants it stopped. */
    STOP,
    /** The coordinator wants it paused. */
    PAUSE,
    /** This node is about to stop. */
    LEAVE,
    /** Its lane trained the last epoch. */
    FINISHED,
    /** Its lane left with a checkpoint, as asked. */
    PARKED,
    /** Its lane left without a checkpoint, as asked. */
    REMOVED,
    /** Its last checkpoint is in the artifact store. */
    SAVED,
    /** It cannot go on. */
    FAILED
}
