package io.sweepforge.kernels.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(150)
class GpuProbeTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String DEVICES = "for i in 0 1; do"
            + " printf \"probe:device\\t$i\\tT4\\tGPU-$i\\t75\\t40\\t65536\\t15000000000\\n\"; done; ";

    @Test
    void hearsAProcessThatComesToItsEnd() {
        GpuReport report = shell(LONG, "printf 'probe:stage\\tDRIVER\\nprobe:failed\\tnot today\\n'");

        assertThat(report.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("no usable NVIDIA driver", "not today"));
    }

    @Test
    void survivesAProcessThatAborts() {
        GpuReport report =
                shell(LONG, DEVICES + "printf 'probe:stage\\tCUDNN\\n'; echo 'Cannot load symbol' >&2; kill -ABRT $$");

        assertThat(report.choose(true).obstacle())
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("ended with status 134 while loading cuDNN; it said: Cannot load symbol"));
    }

    @Test
    void endsAProcessThatHangs() {
        GpuReport report = shell(Duration.ofSeconds(1), "printf 'probe:stage\\tKERNEL\\n'; exec sleep 600");

        assertThat(report.obstacle())
                .hasValueSatisfying(
                        words -> assertThat(words).contains("did not answer within 1 s while running a kernel"));
    }

    /** The script is given the ordinals of GPUs to leave alone, as the probing process is. */
    @Test
    void aGpuThatEndsTheProcessIsLeftOutAndTheOtherIsTried() {
        GpuReport report = shell(
                LONG,
                DEVICES
                        + "printf 'probe:stage\\tKERNEL\\n'; [ \"$0\" = 0 ] || { printf 'probe:trying\\t0\\n'; exit 139; };"
                        + " printf 'probe:trying\\t1\\nprobe:stage\\tCONVOLUTION\\nprobe:done\\n'");
        GpuReport.Choice choice = report.choose(true);

        assertThat(choice.usable()).singleElement().matches(gpu -> gpu.ordinal() == 1);
        assertThat(choice.leftOut())
                .containsExactly(
                        "GPU 0 (T4): The process that tried the GPU ended with status 139 while running a kernel."
                                + " See the driver's messages (dmesg) and whether nvidia-smi works.");
    }

    @Test
    void saysOnAMachineWithoutADriverThatItIsMissing() {
        boolean hasDriver = List.of("/usr/lib/x86_64-linux-gnu/libcuda.so.1", "/usr/lib64/libcuda.so.1").stream()
                .anyMatch(library -> Files.exists(Path.of(library)));
        Assumptions.assumeFalse(hasDriver, "this machine has an NVIDIA driver");

        assertThat(GpuProbe.run().obstacle())
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("There is no usable NVIDIA driver on this machine: libcuda.so.1: cannot open"));
    }

    private static GpuReport shell(Duration patience, String script) {
        return GpuProbe.run(List.of("bash", "-c", script), patience);
    }
}
