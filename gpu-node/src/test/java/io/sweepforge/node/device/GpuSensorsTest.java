package io.sweepforge.node.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.node.device.Compute.Readings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuSensorsTest {
    private static final Readings UNKNOWN = new Readings(null, null);

    @Test
    void knowsWhatWasSaidLastAndNothingOnceNobodyAnswers(@TempDir Path directory) throws IOException {
        Path answer = Files.writeString(directory.resolve("answer"), "GPU-1, 50, 70\n");
        try (GpuSensors sensors = new GpuSensors(List.of("cat", answer.toString()))) {
            assertThat(sensors.of("GPU-1")).isEqualTo(UNKNOWN);

            sensors.ask();
            assertThat(sensors.of("GPU-1")).isEqualTo(new Readings(0.5, 70));
            assertThat(sensors.of("GPU-2")).isEqualTo(UNKNOWN);

            Files.delete(answer);
            sensors.ask();
            assertThat(sensors.of("GPU-1")).isEqualTo(UNKNOWN);
        }
    }

    @Test
    void livesWithoutTheTool() {
        try (GpuSensors sensors = new GpuSensors(List.of("/nonexistent/nvidia-smi"))) {
            sensors.ask();
            assertThat(sensors.of("GPU-1")).isEqualTo(UNKNOWN);
        }
    }
}
