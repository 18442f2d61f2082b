package io.sweepforge.node.device;

import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamily;

/** Makes the trial arrays of one device. */
@FunctionalInterface
public interface ArrayOpener {
    /** @throws LaneRefusedException when the family does not train on this data set, or the device cannot hold it */
    TrialArray open(ModelFamily family, Dataset dataset) throws LaneRefusedException;
}
