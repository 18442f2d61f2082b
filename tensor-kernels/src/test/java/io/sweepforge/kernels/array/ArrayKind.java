package io.sweepforge.kernels.array;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;

/** A kind of trial array, and how the contract opens one. */
public interface ArrayKind {
    /** With much room, as it is used. */
    TrialArray open(TrainableFamily family, Dataset dataset);

    /** With much room, and each poll lets a lane do one step at most. */
    TrialArray openStepped(TrainableFamily family, Dataset dataset);

    /** With room for one such lane, but not for two. */
    TrialArray openForOne(TrainableFamily family, Dataset dataset, LaneSpec lane);
}
