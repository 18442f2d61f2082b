package io.sweepforge.node.device;

import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamily;

/** What computes on one device. */
public interface Compute extends AutoCloseable {
    /** A trial array on it. */
    TrialArray open(ModelFamily family, Dataset dataset);

    /** How long it has worked; of a device with several cores, their mean. */
    long busyNanos();

    /** Follows the closing of its arrays. */
    @Override
    void close();
}
