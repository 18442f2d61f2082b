package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.array.ArrayKind;
import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.SteppedArray;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.nn.cudnn.CudnnBackend;
import io.sweepforge.kernels.nn.cudnn.TestDnns;

/** Arrays whose lanes have networks of the cudnn backend, fed with examples on the GPU of the suites. */
public final class ResidentArrays implements ArrayKind {
    private static final long PLENTY = 64L << 20;
    private static final Cores CORES = new Cores(3);

    @Override
    public TrialArray open(TrainableFamily family, Dataset dataset) {
        return open(family, dataset, Long.MAX_VALUE);
    }

    @Override
    public TrialArray openStepped(TrainableFamily family, Dataset dataset) {
        Arena arena = arena();
        return new OwnedArena(SteppedArray.of(feeds(arena), family, dataset), arena);
    }

    @Override
    public TrialArray openForOne(TrainableFamily family, Dataset dataset, LaneSpec lane) {
        return open(family, dataset, family.estimateBytes(lane.parameters(), dataset.shape()) + 100);
    }

    private static TrialArray open(TrainableFamily family, Dataset dataset, long bytes) {
        Arena arena = arena();
        return new OwnedArena(TrialArrays.open(feeds(arena), family, dataset, bytes, CORES), arena);
    }

    private static Arena arena() {
        return new Arena(FusedArrays.gpu().allocate(PLENTY));
    }

    private static ResidentFeeds feeds(Arena arena) {
        Gpu gpu = FusedArrays.gpu();
        return new ResidentFeeds(new CudnnBackend(gpu, arena, TestDnns.on(gpu)), new SharedExamples(gpu, arena));
    }

    @Override
    public String toString() {
        return "cudnn, examples on the device";
    }
}
