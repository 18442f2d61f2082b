package io.sweepforge.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.typesafe.config.ConfigFactory;
import io.sweepforge.kernels.array.gpu.Precision;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.probe.GpuReport;
import io.sweepforge.kernels.gpu.probe.GpuReport.Fault;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.config.BadConfigException;
import io.sweepforge.protocol.config.ClusterConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final NodeConfig.Gpu GPU = new NodeConfig.Gpu(0.5, 7, "fused", Precision.FLOAT32, "");

    @Test
    void refusesGpusThatCannotBeUsedInTheProbesWordsAndSaysWhatElseToDo() {
        GpuReport none = new GpuReport(
                OptionalInt.empty(), List.of(), Optional.empty(), Optional.of("No driver."), List.of(), false);

        assertThatThrownBy(() -> GpuDevices.find(GPU, () -> none))
                .isInstanceOf(BadConfigException.class)
                .hasMessage("No driver. Or start the node with --device cpu to train on this machine's cores.");
    }

    @Test
    void offersEveryGpuWithItsShareOfMemory() {
        assertThat(GpuDevices.find(GPU, () -> two(false)))
                .extracting(LocalDevice::description)
                .containsExactly(
                        new NodeDescription.Device("gpu-0", "fused", "NVIDIA H200", 500, 7),
                        new NodeDescription.Device("gpu-1", "fused", "NVIDIA H200", 1000, 7));
    }

    @Test
    void saysWhichGpuIsTooOldForThePrecision() {
        NodeConfig.Gpu rounded = new NodeConfig.Gpu(0.5, 7, "fused", Precision.BFLOAT16, "");
        GpuDescription old = new GpuDescription(1, "Tesla T4", "GPU-1", 75, 40, 65_536, 1000);
        GpuReport two = report(List.of(gpu(0, 1000), old), false);

        assertThatThrownBy(() -> GpuDevices.find(rounded, () -> two))
                .isInstanceOf(BadConfigException.class)
                .hasMessage("sweepforge.node.gpu.precision must be float32 for GPU 1 (Tesla T4), which has compute"
                        + " capability 7.5, was bfloat16, which needs 8.0. Or hide this GPU with"
                        + " CUDA_VISIBLE_DEVICES.");
    }

    @Test
    void tellsThePrecisionBesideTheKernels() {
        NodeConfig.Gpu rounded = new NodeConfig.Gpu(0.5, 7, "fused", Precision.BFLOAT16, "");

        assertThat(GpuDevices.find(rounded, () -> report(List.of(gpu(0, 1000)), false)))
                .extracting(device -> device.description().backend())
                .containsExactly("fused bfloat16");
    }

    @Test
    void goesOnWithTheUsableGpusWhereNobodyNamedThem() {
        Fault broken = new Fault(1, false, "GPU 1 is broken.");

        assertThat(GpuDevices.find(GPU, () -> two(false, broken)))
                .extracting(device -> device.description().id())
                .containsExactly("gpu-0");
        assertThatThrownBy(() -> GpuDevices.find(GPU, () -> two(true, broken)))
                .hasMessageStartingWith("GPU 1 is broken. CUDA_VISIBLE_DEVICES names it");
        assertThatThrownBy(() -> GpuDevices.find(GPU, () -> two(false, broken, new Fault(0, false, "GPU 0 too."))))
                .hasMessageStartingWith("GPU 0 too. GPU 1 is broken. Or start the node");
    }

    @Test
    void onlyTheFusedKernelsDoWithoutCudnn() {
        GpuReport report = two(false, new Fault(0, true, "No cuDNN."), new Fault(1, true, "No cuDNN."));

        assertThat(GpuDevices.find(GPU, () -> report)).hasSize(2);
        assertThatThrownBy(
                        () -> GpuDevices.find(new NodeConfig.Gpu(0.5, 7, "cudnn", Precision.FLOAT32, ""), () -> report))
                .hasMessageStartingWith("No cuDNN. Or start the node");
    }

    private static GpuReport two(boolean named, Fault... faults) {
        return report(List.of(gpu(0, 1000), gpu(1, 2001)), named, faults);
    }

    private static GpuReport report(List<GpuDescription> gpus, boolean named, Fault... faults) {
        return new GpuReport(OptionalInt.of(12040), gpus, Optional.empty(), Optional.empty(), List.of(faults), named);
    }

    @Test
    void offersTheCoresThatWereAskedFor() {
        assertThat(Devices.find(config("sweepforge.node { device = cpu, cpu.cores = 3, memory = 300B }")))
                .extracting(LocalDevice::description)
                .extracting(
                        NodeDescription.Device::id, NodeDescription.Device::memoryBytes, NodeDescription.Device::lanes)
                .containsExactly(tuple("cpu", 300L, 6));
    }

    @Test
    void offersAllCoresAndHalfOfTheHeapUnlessToldOtherwise() {
        int cores = Runtime.getRuntime().availableProcessors();
        long half = Runtime.getRuntime().maxMemory() / 2;

        assertThat(Devices.find(config("sweepforge.node.device = cpu")))
                .singleElement()
                .extracting(LocalDevice::description)
                .matches(device -> device.memoryBytes() == half && device.lanes() == 2 * cores);
    }

    private static GpuDescription gpu(int ordinal, long memory) {
        return new GpuDescription(ordinal, "NVIDIA H200", "GPU-" + ordinal, 90, 132, 232_448, memory);
    }

    private static NodeConfig config(String text) {
        return NodeConfig.from(
                ConfigFactory.parseString(text)
                        .withFallback(ClusterConfig.defaults())
                        .resolve(),
                Path.of("/tmp"));
    }
}
