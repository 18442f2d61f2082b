package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.array.gpu.ConvTile.Beside;
import io.sweepforge.kernels.array.gpu.ConvTile.Work;
import io.sweepforge.kernels.nn.LayerSpec;
import java.util.List;

/** How a block goes about a convolution: {@code struct ConvShape} in {@code lane.cuh}. */
final class ConvPlan {
    /** Floats of shared memory that a part is made for which lies in device memory in the end. */
    private static final int USUAL_ROOM = 1 << 14;
    /** Threads that the weights' gradients are divided among; not the block's own number, or results would depend on that. */
    private static final int THREADS = 256;
    /** Weights that a thread computes at once, of each of as many filters as there are outputs. */
    private static final int TAPS = 3;

    private final FusedStage fused;
    private final LayerSpec.Conv2d conv;
    private final int batch;
    private final int room;

    /** @param room floats of shared memory that the block has */
    ConvPlan(FusedStage fused, LayerSpec.Conv2d conv, int batch, int room) {
        this.fused = fused;
        this.conv = conv;
        this.batch = batch;
        this.room = room;
    }

    private int channels() {
        return fused.stage().input().get(0);
    }

    private List<Integer> result() {
        return fused.stage().output();
    }

    private Work forward() {
        int multiple = fused.pooled() ? 2 : 1;
        List<Integer> out = fused.last().output();
        return new Work(
                Beside.WEIGHTS,
                channels(),
                conv.filters(),
                conv.kernel(),
                conv.stride(),
                multiple * out.get(1),
                multiple * out.get(2));
    }

    /** Gradients of the input, as results of windows over the results' gradients. */
    private Work back() {
        List<Integer> in = fused.stage().input();
        return new Work(Beside.TURNED_WEIGHTS, conv.filters(), channels(), conv.kernel(), 1, in.get(1), in.get(2));
    }

    private Work weights() {
        return new Work(
                Beside.ERRORS,
                channels(),
                conv.filters(),
                conv.kernel(),
                conv.stride(),
                result().get(1),
                result().get(2));
    }

    /** Whether not even a small part of it fits into shared memory. */
    boolean isLarge() {
        return works().stream().anyMatch(work -> work.best(batch, room).isEmpty());
    }

    /** Forward, back to the input's gradients, and the weights' gradients. */
    List<Work> works() {
        return List.of(forward(), back(), weights());
    }

    /** @param large whether it lies in device memory, where there is room for what would be usual */
    ConvTile tile(Work work, boolean large) {
        return work.best(batch, large ? USUAL_ROOM : room).orElseGet(work::smallest);
    }

    /** Parts of a batch's pixels. */
    int slices() {
        int tiles =
                divideUp(channels() * conv.kernel() * conv.kernel(), TAPS) * divideUp(conv.filters(), ConvTile.OUTPUTS);
        return Math.max(1, THREADS / tiles);
    }

    /** Floats of sums that are added in the end: the slices' or, for the biases, the images'. */
    int partial() {
        int slices = slices();
        int weights = slices > 1 ? slices * fused.stage().parameterCount() : 0;
        return Math.max(weights, Math.multiplyExact(batch, conv.filters()));
    }

    private static int divideUp(int count, int by) {
        return (count + by - 1) / by;
    }
}
