package io.sweepforge.node.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.node.device.Compute.Readings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NvidiaSmiTest {
    @Test
    void readsWhatEveryGpuSays() {
        assertThat(NvidiaSmi.parse(List.of("GPU-1, 37, 61", "GPU-2, 100, 44")))
                .isEqualTo(Map.of("GPU-1", new Readings(0.37, 61), "GPU-2", new Readings(1.0, 44)));
    }

    @Test
    void whatADeviceDoesNotSayStaysAbsent() {
        assertThat(NvidiaSmi.parse(List.of("GPU-1, [N/A], 61", "GPU-2, [Not Supported], [Unknown Error]")))
                .isEqualTo(Map.of("GPU-1", new Readings(null, 61), "GPU-2", new Readings(null, null)));
    }

    @Test
    void skipsWhatIsNoReading() {
        assertThat(NvidiaSmi.parse(List.of("", "No devices were found", "GPU-1, 5", "a, 5, 5")))
                .isEmpty();
    }
}
