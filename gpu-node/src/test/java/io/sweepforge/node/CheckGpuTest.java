package io.sweepforge.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.jcuda.CudnnLibrary;
import io.sweepforge.kernels.gpu.probe.GpuReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CheckGpuTest {
    private static final GpuDescription H200 =
            new GpuDescription(0, "NVIDIA H200", "GPU-1b2c", 90, 132, 232_448, 150L << 30);

    @Test
    void aMachineWithoutAGpuIsToldWhatIsMissingAndWhatDidNotRun() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GpuReport none = new GpuReport(
                OptionalInt.empty(), List.of(), Optional.empty(), Optional.of("No driver."), List.of(), false);

        boolean usable = CheckGpu.run(
                new NodeConfig.Gpu(0.85, 64, "cudnn", Precision.FLOAT32, ""),
                () -> none,
                new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(usable).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "NVIDIA driver  none",
                        "GPUs           none",
                        "cuDNN          none, or not come to it",
                        "",
                        "Did not run: the backend's contract and the benchmark, for want of a GPU that can be used.",
                        "",
                        "No driver.");
    }

    @Test
    void theTableSaysWhatThereIs() {
        CudnnLibrary cudnn = new CudnnLibrary(Optional.of(Path.of("/usr/lib/libcudnn.so.9")), 90501);
        GpuReport report = new GpuReport(
                OptionalInt.of(12040), List.of(H200), Optional.of(cudnn), Optional.empty(), List.of(), false);

        assertThat(GpuTable.lines(report))
                .containsExactly(
                        "NVIDIA driver  offers CUDA 12.4",
                        "GPU 0          NVIDIA H200, compute capability 9.0, 150.0 GiB, 132 multiprocessors, GPU-1b2c",
                        "cuDNN          9.5.1 at /usr/lib/libcudnn.so.9");
    }
}
