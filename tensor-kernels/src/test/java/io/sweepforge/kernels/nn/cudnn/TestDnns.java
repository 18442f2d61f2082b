package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.emulated.EmulatedStream;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.nn.cudnn.jcudnn.JcudnnDnn;
import java.util.function.Function;

/** cuDNN itself on a real GPU, plain loops on an emulated one. */
public final class TestDnns {
    private TestDnns() {}

    public static Function<GpuStream, Dnn> on(Gpu gpu) {
        if (gpu instanceof EmulatedGpu emulated) {
            return stream -> new LoopDnn(emulated, (EmulatedStream) stream);
        }
        CudnnLibrary.load();
        return JcudnnDnn.onStreams();
    }
}
