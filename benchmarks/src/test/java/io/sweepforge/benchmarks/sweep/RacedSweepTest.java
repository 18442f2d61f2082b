package io.sweepforge.benchmarks.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RacedSweepTest {
    @Test
    void takesTrialsAndSeedOfTheRace() {
        RacedSweep sweep = RacedSweep.named("etth1-lstm").with(5, 7);
        assertThat(sweep.trials()).isEqualTo(5);
        assertThat(sweep.specification().get("seed").asLong()).isEqualTo(7);
        assertThat(sweep.maximizes()).isFalse();
    }

    @Test
    void namesTheSweepsThereAre() {
        assertThatThrownBy(() -> RacedSweep.named("cifar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sweep must be one of mnist-conv, etth1-lstm, was cifar");
    }
}
