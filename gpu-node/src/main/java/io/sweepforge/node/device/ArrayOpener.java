package io.sweepforge.node.device;

import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamily;

/** Makes the trial arrays of one device. */
@FunctionalInterface
public interface ArrayOpener {
    TrialArray open(ModelFamily family, Dataset dataset);
}
