package io.sweepforge.kernels.array.gpu;

import java.nio.ByteBuffer;

/**
 * How far a lane has come.
 *
 * @param visited examples of the epoch
 * @param evaluated examples after it
 * @param step since it was initialised
 * @param lossSum of each example's loss, over the epoch
 */
record Progress(int visited, int evaluated, long step, double lossSum) {
    /** The last members of {@code struct Lane}. */
    static final int BYTES = 32;

    /** @param stepsLeft until the lane stands */
    void put(ByteBuffer out, int stepsLeft) {
        out.putInt(visited).putInt(evaluated).putInt(stepsLeft).putInt(0);
        out.putLong(step).putDouble(lossSum);
    }
}
