package io.sweepforge.kernels.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.probe.Verdict.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final String TURING = "probe:device\t0\tNVIDIA T4\tGPU-1\t75\t40\t65536\t15000000000";
    private static final String PASCAL = "probe:device\t1\tNVIDIA P40\tGPU-2\t61\t30\t49152\t24000000000";
    private static final String BLACKWELL = "probe:device\t0\tNVIDIA B200\tGPU-3\t100\t148\t232448\t180000000000";

    @Test
    void aGpuThatDidEverythingIsUsable() {
        GpuReport report = report(
                0,
                "probe:stage\tDRIVER",
                "probe:driver\t12040",
                "probe:stage\tDEVICES",
                TURING,
                "probe:stage\tKERNEL",
                "probe:trying\t0",
                "probe:stage\tCUDNN",
                "probe:cudnn\t90501\t/opt/cudnn/lib/libcudnn.so.9",
                "probe:stage\tCONVOLUTION",
                "probe:trying\t0",
                "probe:done");

        assertThat(report.choose(true).obstacle()).isEmpty();
        assertThat(report.driverVersion()).hasValue(12040);
        assertThat(report.devices()).singleElement().matches(device -> device.computeCapability() == 75);
        assertThat(report.cudnn())
                .hasValueSatisfying(cudnn -> assertThat(cudnn.versionText()).isEqualTo("9.5.1"));
    }

    @Test
    void aMissingDriverIsToBeInstalled() {
        assertThat(obstacle(0, "probe:stage\tDRIVER", "probe:failed\tlibcuda.so.1: cannot open shared object file"))
                .isEqualTo("There is no usable NVIDIA driver on this machine: libcuda.so.1: cannot open shared object"
                        + " file. Install NVIDIA's driver, R470 or later.");
    }

    @Test
    void anOldDriverIsNamedEvenWhenTheProcessDiedLater() {
        assertThat(obstacle(127, "probe:stage\tDRIVER", "probe:driver\t11000", TURING, "probe:stage\tKERNEL"))
                .isEqualTo("The NVIDIA driver is too old: it offers CUDA 11.0. Install R470 (CUDA 11.4) or later.");
    }

    @Test
    void noDeviceIsSaidWithWhatIsVisible() {
        String failed = "probe:failed\tstarting the driver failed: the driver answered 100 (NO_DEVICE)";

        assertThat(obstacle(0, "probe:driver\t12040", "probe:stage\tDEVICES", failed))
                .isEqualTo("The NVIDIA driver finds no GPU here (starting the driver failed: the driver answered 100"
                        + " (NO_DEVICE)); CUDA_VISIBLE_DEVICES is not set. See whether nvidia-smi lists one.");
        assertThat(Verdict.of(ProbeLog.parse(List.of("probe:done")), new Ending(0, 0), "7", List.of())
                        .obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("CUDA_VISIBLE_DEVICES is \"7\""));
    }

    @Test
    void noDeviceIsSaidAlsoWhereCudnnIsMissing() {
        assertThat(obstacle(0, "probe:driver\t12040", "probe:stage\tCUDNN", "probe:failed\tno cuDNN"))
                .startsWith("The NVIDIA driver finds no GPU here; CUDA_VISIBLE_DEVICES is not set.");
    }

    @Test
    void aGpuOlderThanTuringIsLeftOutWhereNobodyNamedIt() {
        GpuReport.Choice choice =
                report(0, "probe:driver\t12040", TURING, PASCAL, "probe:done").choose(true);

        assertThat(choice.obstacle()).isEmpty();
        assertThat(choice.usable()).extracting(GpuDescription::ordinal).containsExactly(0);
        assertThat(choice.leftOut())
                .containsExactly("GPU 1 (NVIDIA P40) has compute capability 6.1; 7.5 (Turing) or later is needed.");
    }

    @Test
    void namedGpusMustAllBeUsable() {
        ProbeLog log = ProbeLog.parse(List.of("probe:driver\t12040", TURING, PASCAL, "probe:done"));

        assertThat(Verdict.of(log, new Ending(0, 0), "0,1", List.of())
                        .choose(true)
                        .obstacle())
                .hasValue("GPU 1 (NVIDIA P40) has compute capability 6.1; 7.5 (Turing) or later is needed."
                        + " CUDA_VISIBLE_DEVICES names it: without it the node would use the other GPUs.");
    }

    @Test
    void noUsableGpuIsRefusedWithWhatIsWrongWithEach() {
        String other = TURING.replace("device\t0", "device\t1");
        assertThat(obstacle(
                        0,
                        TURING,
                        other,
                        "probe:stage\tKERNEL",
                        "probe:trying\t0",
                        "probe:complaint\t0\tit was wrong",
                        "probe:trying\t1",
                        "probe:complaint\t1\tit was late",
                        "probe:stage\tCONVOLUTION",
                        "probe:done"))
                .isEqualTo(
                        "GPU 0 (NVIDIA T4) cannot run this build's kernels: it was wrong. GPU 1 (NVIDIA T4) cannot run"
                                + " this build's kernels: it was late.");
    }

    @Test
    void withoutCudnnAGpuIsUsableForTheFusedKernels() {
        GpuReport report = report(0, TURING, "probe:stage\tKERNEL", "probe:stage\tCUDNN", "probe:failed\tnone");

        assertThat(report.choose(true).usable()).isEmpty();
        assertThat(report.choose(false).usable()).hasSize(1);
        assertThat(report.choose(false).leftOut()).isEmpty();
        assertThat(report.withoutCudnn(report.devices().get(0)))
                .hasValueSatisfying(words -> assertThat(words).startsWith("cuDNN 9 cannot be loaded: none."));
    }

    @Test
    void aKernelThatFailsIsSaidWithItsGpu() {
        assertThat(obstacle(0, TURING, "probe:stage\tKERNEL", "probe:trying\t0", "probe:complaint\t0\tit was wrong"))
                .startsWith("GPU 0 (NVIDIA T4) cannot run this build's kernels: it was wrong.");
    }

    @Test
    void aMissingCudnnIsSaidWithWhereItWasLookedFor() {
        assertThat(obstacle(
                        0, TURING, "probe:stage\tCUDNN", "probe:failed\tlibcudnn.so.9 is neither here nor in /a, /b"))
                .startsWith("cuDNN 9 cannot be loaded: libcudnn.so.9 is neither here nor in /a, /b.")
                .contains("node.gpu.cudnn-home in cluster.conf")
                .contains("CUDNN_HOME");
    }

    @Test
    void aCudnnWithoutItsPartsEndsTheProcess() {
        assertThat(obstacle(134, TURING, "probe:stage\tCUDNN", "Invalid handle. Cannot load symbol cudnnGetVersion"))
                .isEqualTo("The process that tried the GPU ended with status 134 while loading cuDNN; it said: Invalid"
                        + " handle. Cannot load symbol cudnnGetVersion. cuDNN does that when parts of its installation"
                        + " are missing: install it anew.");
    }

    @Test
    void aCudnnOlderThanTheGpuIsNamed() {
        assertThat(obstacle(0, BLACKWELL, "probe:cudnn\t90501\t", "probe:stage\tCONVOLUTION", "probe:failed\tno"))
                .isEqualTo("cuDNN 9.5.1 is too old for GPU 0 (NVIDIA B200): install cuDNN 9.7 or later.");
    }

    @Test
    void aConvolutionThatFailsIsSaidWithGpuAndVersion() {
        assertThat(obstacle(
                        0,
                        TURING,
                        "probe:cudnn\t90501\t",
                        "probe:stage\tCONVOLUTION",
                        "probe:trying\t0",
                        "probe:complaint\t0\tno"))
                .startsWith("GPU 0 (NVIDIA T4) cannot run cuDNN 9.5.1: no.");
    }

    @Test
    void aProcessThatHangsIsSaidWithWhereItHung() {
        ProbeLog log = ProbeLog.parse(List.of("probe:stage\tDEVICES"));

        assertThat(Verdict.of(log, new Ending(0, 120), "", List.of()).obstacle())
                .hasValue("The process that tried the GPU did not answer within 120 s while looking for GPUs. See"
                        + " whether nvidia-smi works.");
    }

    @Test
    void aProcessThatNeverBeganIsNoUsableGpu() {
        assertThat(obstacle(1, "Error: could not find or load main class"))
                .startsWith("The process that tried the GPU ended with status 1 while starting; it said: Error: could");
    }

    private static String obstacle(int status, String... lines) {
        return report(status, lines).choose(true).obstacle().orElseThrow();
    }

    private static GpuReport report(int status, String... lines) {
        return Verdict.of(ProbeLog.parse(List.of(lines)), new Ending(status, 0), "", List.of());
    }
}
