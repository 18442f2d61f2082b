package io.sweepforge.node.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BusyMeterTest {
    private final AtomicLong now = new AtomicLong();
    private final BusyMeter meter = new BusyMeter(now::get);

    @Test
    void measuresTheShareOfTheTimeSinceTheLastReading() {
        work(0, 300);
        now.set(400);
        assertThat(meter.read()).isEqualTo(0.75);

        work(500, 600);
        now.set(800);
        assertThat(meter.read()).isEqualTo(0.25);
    }

    @Test
    void countsWorkThatIsStillUnderWayOnce() {
        now.set(100);
        meter.begin();
        now.set(200);
        assertThat(meter.read()).isEqualTo(0.5);

        now.set(300);
        meter.end();
        now.set(400);
        assertThat(meter.read()).isEqualTo(0.5);
    }

    @Test
    void answersZeroWhenNoTimeHasPassed() {
        assertThat(meter.read()).isZero();
    }

    private void work(long from, long to) {
        now.set(from);
        meter.begin();
        now.set(to);
        meter.end();
    }
}
