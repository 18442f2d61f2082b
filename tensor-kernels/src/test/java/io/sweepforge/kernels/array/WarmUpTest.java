package io.sweepforge.kernels.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.nn.Backends;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WarmUpTest {
    @Test
    void trainsUntilItIsEnded() {
        try (Cores cores = new Cores(1)) {
            WarmUp warmUp = WarmUp.begin(Backends.named("vector"), cores, Duration.ofHours(1));
            while (cores.busyNanos() == 0) {
                Thread.onSpinWait();
            }
            warmUp.end();
            CompletableFuture.runAsync(() -> {}, cores).join();
        }
    }

    @Test
    void occupiesNoCoreWhenItHasNoTime() {
        try (Cores cores = new Cores(1)) {
            WarmUp.begin(Backends.named("vector"), cores, Duration.ZERO).end();
            assertThat(cores.busyNanos()).isZero();
        }
    }
}
