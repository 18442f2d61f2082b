package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.Screening;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.cudnn.CudnnBackend;
import java.util.function.Consumer;

/**
 * The ways to train lanes on a GPU. Everything on the device comes from the arena, which must outlive the arrays, as must
 * the threads.
 */
public record GpuArrays(Gpu gpu, Arena arena) {
    /** By the fused kernels, whatever their size. */
    public ArrayOpener fused(Precision precision) {
        return (family, dataset) -> GpuTrialArray.open(gpu, arena, precision, family, dataset);
    }

    /** The fused kernels as a backend, a lane at a time: what is to be compared with the reference. */
    public Backend fusedAlone() {
        return new LaneBackend(gpu, arena, GpuTrialArray.layout(gpu.description(), 1, Precision.FLOAT32));
    }

    /**
     * By cuDNN, each lane by itself.
     *
     * @param backend on the same GPU and arena
     * @param threads that drive the lanes
     */
    public ArrayOpener byCudnn(CudnnBackend backend, Cores threads) {
        return (family, dataset) -> byCudnn(backend, threads, family, dataset, new SharedExamples(gpu, arena));
    }

    private static TrialArray byCudnn(
            CudnnBackend backend, Cores threads, TrainableFamily family, Dataset dataset, SharedExamples examples) {
        return TrialArrays.open(new ResidentFeeds(backend, examples), family, dataset, Long.MAX_VALUE, threads);
    }

    /**
     * In single precision by the fused kernels, but by cuDNN those lanes whose LSTM is too large for what a block keeps on the chip.
     *
     * @param backend on the same GPU and arena
     * @param threads that drive the lanes by cuDNN
     * @param log told once by each array for each reason why lanes go to cuDNN
     */
    public ArrayOpener routed(CudnnBackend backend, Cores threads, Consumer<String> log) {
        return (family, dataset) -> {
            Screening screening = new Screening(family, dataset);
            SharedExamples examples = new SharedExamples(gpu, arena);
            GpuTrialArray fused = GpuTrialArray.open(gpu, arena, Precision.FLOAT32, screening, examples);
            TrialArray cudnn = byCudnn(backend, threads, family, dataset, examples);
            return new RoutedArray(screening, GpuTrialArray.onChip(gpu.description()), fused, cudnn, log);
        };
    }
}
