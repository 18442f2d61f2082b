package io.sweepforge.benchmarks.kernels;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sweepforge.benchmarks.kernels.Workload.Group;
import org.jspecify.annotations.Nullable;

/**
 * What one workload reached.
 *
 * @param ours steps per second, all processes together
 * @param peers the same of PyTorch; null when there is none, or nothing to compare
 * @param gigaflops of ours
 */
record KernelRate(
        String workload,
        @JsonIgnore Group group,
        String shape,
        double ours,
        @Nullable Double peers,
        double gigaflops) {
    static KernelRate of(Workload workload, double ours, @Nullable Double peers) {
        return new KernelRate(
                workload.name(), workload.group(), workload.shape(), ours, peers, ours * workload.flops() / 1e9);
    }

    @JsonProperty
    @Nullable
    Double ratio() {
        return peers == null ? null : ours / peers;
    }
}
