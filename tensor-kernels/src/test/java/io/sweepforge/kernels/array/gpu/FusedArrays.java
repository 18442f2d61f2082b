package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.array.ArrayKind;
import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.Screening;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.emulated.TestGpus;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import org.jspecify.annotations.Nullable;

/** Trial arrays on the GPU of the suites, which is opened with the first of them; that skips the test where it cannot be. */
public final class FusedArrays implements ArrayKind {
    private static final long GPU_BYTES = 2L << 30;
    private static final long PLENTY = 256L << 20;
    private static @Nullable Gpu opened;

    private final LaneMachine.Layout layout;

    public FusedArrays(Precision precision) {
        this.layout = new LaneMachine.Layout(80, 32, 3, 4096, precision);
    }

    @Override
    public TrialArray open(TrainableFamily family, Dataset dataset) {
        return open(new Arena(gpu().allocate(PLENTY)), family, dataset, Integer.MAX_VALUE);
    }

    @Override
    public TrialArray openStepped(TrainableFamily family, Dataset dataset) {
        return open(new Arena(gpu().allocate(PLENTY)), family, dataset, 1);
    }

    @Override
    public TrialArray openForOne(TrainableFamily family, Dataset dataset, LaneSpec lane) {
        try (Arena arena = new Arena(gpu().allocate(PLENTY));
                TrialArray array = array(arena, family, dataset, Integer.MAX_VALUE)) {
            array.add("measured", lane);
            return open(new Arena(gpu().allocate(arena.usedBytes())), family, dataset, Integer.MAX_VALUE);
        } catch (LaneRefusedException e) {
            throw new AssertionError(e);
        }
    }

    private TrialArray open(Arena arena, TrainableFamily family, Dataset dataset, int stepsPerTurn) {
        return new OwnedArena(array(arena, family, dataset, stepsPerTurn), arena);
    }

    private TrialArray array(Arena arena, TrainableFamily family, Dataset dataset, int stepsPerTurn) {
        TestGpus.require(gpu(), layout.precision());
        SharedExamples examples = new SharedExamples(gpu(), arena);
        return new GpuTrialArray(gpu(), arena, new Screening(family, dataset), examples, layout, stepsPerTurn);
    }

    static synchronized Gpu gpu() {
        Gpu gpu = opened;
        if (gpu == null) {
            gpu = TestGpus.open(GPU_BYTES, ThreadOrder.ASCENDING);
            opened = gpu;
        }
        return gpu;
    }

    @Override
    public String toString() {
        return "fused, " + layout.precision().word();
    }
}
