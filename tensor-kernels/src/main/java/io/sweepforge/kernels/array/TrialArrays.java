package io.sweepforge.kernels.array;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.nn.Backend;

/** Opens trial arrays. */
public final class TrialArrays {
    private TrialArrays() {}

    /**
     * An array on the CPU whose lanes train on the thread that polls it.
     *
     * @param memoryBudgetBytes that all lanes together may occupy by their estimates, the data set not included
     * @throws IllegalArgumentException when the backend cannot run here, with its reason
     */
    public static TrialArray open(Backend backend, TrainableFamily family, Dataset dataset, long memoryBudgetBytes) {
        if (backend.probe() instanceof Backend.Unavailable unavailable) {
            throw new IllegalArgumentException("backend " + backend.name() + ": " + unavailable.reason());
        }
        return new CpuTrialArray(backend, family, dataset, memoryBudgetBytes, System::nanoTime);
    }
}
