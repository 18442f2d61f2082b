package io.sweepforge.kernels.gpu.emulated;

import io.sweepforge.kernels.Skip;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.jcuda.Gpus;

/** The GPU of the suites: an emulated one, or a real one when the system property {@code sweepforge.test-gpu} names its ordinal. */
public final class TestGpus {
    private static final Integer ORDINAL = Integer.getInteger("sweepforge.test-gpu");

    private TestGpus() {}

    /** Skips the test where LSTMs cannot be computed in this precision. */
    public static void require(Gpu gpu, Precision precision) {
        Skip.unless(
                precision.runsOn(gpu.description()),
                () -> gpu.description().name() + " is too old for " + precision.word());
    }

    /** Skips the test where there can be none. Memory and order are those of an emulated GPU. */
    public static Gpu open(long memoryBytes, ThreadOrder order) {
        return ORDINAL == null ? EmulatedGpu.open(memoryBytes, order) : Gpus.open(ORDINAL);
    }
}
