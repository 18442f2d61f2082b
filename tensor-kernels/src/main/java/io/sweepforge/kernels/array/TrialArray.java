package io.sweepforge.kernels.array;

import java.util.List;

/**
 * The trials that train together on one device, for one model family and one data set. Each is a lane; lanes join and
 * leave at any training step, and what a lane computes does not depend on its neighbours, bit for bit.
 *
 * <p>Owned by one thread: every method is called from it. Lanes train on the device meanwhile.
 */
public interface TrialArray extends AutoCloseable {
    /**
     * Puts a new trial into the array.
     *
     * @throws LaneRefusedException when it cannot run here; the array is unchanged
     */
    void add(String lane, LaneSpec spec) throws LaneRefusedException;

    /**
     * Puts a trial back where its checkpoint left it; it continues bit for bit as if it had never left.
     *
     * @throws LaneRefusedException when the checkpoint is damaged or belongs to another specification
     */
    void restore(String lane, LaneSpec spec, byte[] checkpoint) throws LaneRefusedException;

    /**
     * Puts a trial into the array that goes on from the checkpoint of another trial of the same family and data: with its
     * weights, optimizer state and step, from the beginning of the epoch it was in. Everything else (hyperparameters,
     * epochs, seed) is the new trial's own.
     *
     * @throws LaneRefusedException when the checkpoint is damaged or of another family or data set, or when the new
     *     trial's network has another shape, which is a matter of its parameters
     */
    void adopt(String lane, LaneSpec spec, byte[] checkpoint) throws LaneRefusedException;

    /** Lets a lane rest from its next step on: it stays in the array and does not train. Without effect when it has left. */
    void rest(String lane);

    /** Lets a lane that rests train again; without effect when it does not rest or has left. */
    void wake(String lane);

    /** Takes a lane out at its current step; without effect when it has already left. */
    void remove(String lane);

    /** The whole state of a lane (weights, optimizer, random counters, step), with a checksum. */
    byte[] checkpoint(String lane);

    /**
     * Lets every lane that does not rest go on, and returns what lanes reported since the last call, in order for each lane;
     * waits some milliseconds when there is nothing yet. A lane stands where it reported until the next call, so that it can
     * be checkpointed or told to rest there.
     */
    List<LaneReport> poll();

    /** Lanes now in the array. */
    int size();

    @Override
    void close();
}
