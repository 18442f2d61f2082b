package io.sweepforge.kernels.array;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;

/** How arrays of one device are opened. */
@FunctionalInterface
public interface ArrayOpener {
    TrialArray open(TrainableFamily family, Dataset dataset);
}
