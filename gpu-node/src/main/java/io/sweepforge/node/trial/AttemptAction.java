package io.sweepforge.node.trial;

/** What a node has to do when an attempt changes its state. */
public enum AttemptAction {
    NOTHING,
    START_LANE,
    REMOVE_LANE,
    PARK_LANE,
    SAVE_CHECKPOINT,
    TELL_COMPLETED,
    TELL_STOPPED,
    TELL_PAUSED,
    TELL_FAILED
}
