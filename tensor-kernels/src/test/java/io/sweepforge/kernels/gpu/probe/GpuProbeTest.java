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

    @Test
    void hearsAProcessThatComesToItsEnd() {
        GpuReport report = shell(LONG, "printf 'probe:stage\\tDRIVER\\nprobe:failed\\tnot today\\n'");

        assertThat(report.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("no usable NVIDIA driver", "not today"));
    }

    @Test
    void survivesAProcessThatAborts() {
        GpuReport report = shell(LONG, "printf 'probe:stage\\tCUDNN\\n'; echo 'Cannot load symbol' >&2; kill -ABRT $$");

        assertThat(report.obstacle())
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
