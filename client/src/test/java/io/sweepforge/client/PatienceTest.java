package io.sweepforge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void waitsLongerEachTimeUpToTwoSeconds() {
        Patience patience = new Patience(Duration.ofMinutes(1));

        assertThat(patience.pause(0)).contains(Duration.ofMillis(250));
        assertThat(patience.pause(2)).contains(Duration.ofSeconds(1));
        assertThat(patience.pause(9)).contains(Duration.ofSeconds(2));
    }

    @Test
    void endsBeforeItsTotalIsExceeded() {
        Patience patience = new Patience(Duration.ofMillis(750));

        assertThat(patience.pause(1)).contains(Duration.ofMillis(500));
        assertThat(patience.pause(2)).isEmpty();
        assertThat(new Patience(Duration.ZERO).pause(0)).isEmpty();
    }

    @Test
    void refusesANegativeTotal() {
        assertThatThrownBy(() -> new Patience(Duration.ofSeconds(-1))).hasMessageContaining("total");
    }
}
