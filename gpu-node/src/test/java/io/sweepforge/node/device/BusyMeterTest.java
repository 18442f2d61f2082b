package io.sweepforge.node.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BusyMeterTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private final BusyMeter meter = new BusyMeter(now::get, busy::get);

    @Test
    void measuresTheShareOfTheTimeSinceTheLastReading() {
        busy.set(300);
        now.set(400);
        assertThat(meter.read()).isEqualTo(0.75);

        busy.set(400);
        now.set(800);
        assertThat(meter.read()).isEqualTo(0.25);
    }

    @Test
    void isNeverMoreThanFullyBusy() {
        busy.set(500);
        now.set(400);
        assertThat(meter.read()).isEqualTo(1);
    }

    @Test
    void answersZeroWhenNoTimeHasPassed() {
        assertThat(meter.read()).isZero();
    }
}
