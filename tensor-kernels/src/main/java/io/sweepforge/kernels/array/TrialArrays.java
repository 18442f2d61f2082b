package io.sweepforge.kernels.array;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.nn.Backend;

/** Opens trial arrays. */
public final class TrialArrays {
    private TrialArrays() {}

    /**
     * An array on the CPU.
     *
     * @param memoryBudgetBytes that all lanes together may occupy by their estimates, the data set not included
     * @param cores that its lanes share with those of other arrays; they must outlive it
     * @throws IllegalArgumentException when the backend cannot run here, with its reason
     */
    public static TrialArray open(
            Backend backend, TrainableFamily family, Dataset dataset, long memoryBudgetBytes, Cores cores) {
        if (backend.probe() instanceof Backend.Unavailable unavailable) {
            throw new IllegalArgumentException("backend " + backend.name() + ": " + unavailable.reason());
        }
        return open(plan -> new HostFeed(backend, plan), family, dataset, memoryBudgetBytes, cores);
    }

    /**
     * An array whose lanes take turns on threads of the host, wherever their networks compute.
     *
     * @param feeds closed with the array
     * @param memoryBudgetBytes that all lanes together may occupy by their estimates, the data set not included
     * @param cores that its lanes share with those of other arrays; they must outlive it
     */
    public static TrialArray open(
            Feeds feeds, TrainableFamily family, Dataset dataset, long memoryBudgetBytes, Cores cores) {
        Admission admission = new Admission(feeds, family, dataset, memoryBudgetBytes);
        return new CpuTrialArray(admission, cores, CpuTrialArray.QUANTUM_NANOS);
    }
}
