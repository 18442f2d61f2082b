package io.sweepforge.protocol;

/** The classes of failure; what follows from each is data, not code. */
public enum FailureCode {
    OUT_OF_MEMORY(Consequence.INFEASIBLE, "Use smaller sizes, or a device with more memory."),
    INVALID_PARAMETERS(Consequence.INFEASIBLE, "Narrow the search space so that the family accepts every point."),
    DIVERGED(Consequence.BAD_VALUE, "Lower the largest learning rate, or set clipNorm."),
    NODE_LOST(Consequence.RETRY_FREE, "Nothing to do: the trial goes on elsewhere from its last checkpoint."),
    NODES_LOST(
            Consequence.INFEASIBLE,
            "Look for the reason at the ends of the nodes' logs; a configuration that is too large for them is a usual one."),
    NODE_BUSY(Consequence.RETRY_FREE, "Nothing to do: the trial waits for a free lane."),
    DEVICE_FAILED(Consequence.RETRY, "Look at the node's log; its supervisor restarts it."),
    PROGRAM_FAILED(Consequence.RETRY, "Read the trial's log."),
    BAD_CHECKPOINT(Consequence.RETRY, "Nothing to do: the trial begins anew."),
    DATA_MISSING(Consequence.PAUSE_SWEEP, "Upload the data set again, then resume the sweep."),
    UNSUITABLE_DATA(Consequence.PAUSE_SWEEP, "Use a data set that fits the model family.");

    /** What the coordinator does about a failure. */
    public enum Consequence {
        /** The configuration cannot work: never retried, the sampler avoids its region. */
        INFEASIBLE,
        /** The trial is completed with a value worse than any number; never retried. */
        BAD_VALUE,
        /** Tried again, without counting against the user's limit. */
        RETRY_FREE,
        /** Tried again up to the user's limit. */
        RETRY,
        /** The trial waits and the sweep pauses until somebody has done what the hint says. */
        PAUSE_SWEEP
    }

    private final Consequence consequence;
    private final String hint;

    FailureCode(Consequence consequence, String hint) {
        this.consequence = consequence;
        this.hint = hint;
    }

    public Consequence consequence() {
        return consequence;
    }

    /** One sentence that says what to do. */
    public String hint() {
        return hint;
    }
}
