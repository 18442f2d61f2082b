package io.sweepforge.node.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.node.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeviceWorkerTest {
    private final BlockingQueue<LaneEvent> events = new LinkedBlockingQueue<>();

    @Test
    void trainsOnItsOwnThreadUntilClosed() throws InterruptedException {
        BlockingQueue<String> threads = new LinkedBlockingQueue<>();
        try (DeviceWorker worker =
                worker(event -> threads.add(Thread.currentThread().getName()))) {
            worker.start(request("a"));

            assertThat(threads.take()).isEqualTo("device-cpu-0");
            assertThat(worker.load().utilisation()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aStopTakesEffectWithinOneQuantum() throws InterruptedException {
        SynchronousQueue<LaneEvent> handOver = new SynchronousQueue<>();
        List<LaneEvent> seen = new ArrayList<>();
        try (DeviceWorker worker = worker(event -> put(handOver, event))) {
            worker.start(request("a"));
            seen.add(handOver.take());
            worker.remove("a");
            do {
                seen.add(handOver.take());
            } while (!(seen.get(seen.size() - 1) instanceof LaneEvent.Removed));
        }

        assertThat(seen.stream().filter(LaneEvent.EpochFinished.class::isInstance))
                .as("the report that was answered, and at most one more that was on its way")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void waitsWithoutWorkingWhenItHasNoLanes() throws InterruptedException {
        try (DeviceWorker worker = worker(events::add)) {
            worker.start(request("a"));
            worker.remove("a");
            while (!(events.poll(10, TimeUnit.SECONDS) instanceof LaneEvent.Removed)) {
                // Reports of epochs before the removal.
            }
            worker.load();

            assertThat(worker.load().utilisation()).isZero();
            Awaitility.await().until(() -> worker.load().memoryUsedBytes() == 0);
        }
    }

    @Test
    void closesWhatComputesAfterItsArrays() {
        FakeCompute compute = new FakeCompute();
        new DeviceWorker(Samples.device(2), compute, events::add, Assertions::fail).close();

        assertThat(compute.closed).isTrue();
    }

    @Test
    void outlivesAListenerThatThrows() throws InterruptedException {
        AtomicBoolean first = new AtomicBoolean(true);
        try (DeviceWorker worker = worker(event -> {
            if (first.getAndSet(false)) {
                throw new IllegalStateException("not now");
            }
            events.add(event);
        })) {
            worker.remove("unknown");
            worker.remove("other");

            assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo(new LaneEvent.Removed("other"));
        }
    }

    @Test
    void aLaneThatFailedWithItsDeviceIsNotToldButTheDeviceIs() throws InterruptedException {
        FakeCompute compute = new FakeCompute();
        compute.brokenBecause = "it is gone";
        BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
        try (DeviceWorker worker = new DeviceWorker(Samples.device(2), compute, events::add, reasons::add)) {
            worker.start(request("a"));

            assertThat(reasons.poll(10, TimeUnit.SECONDS)).isEqualTo("it is gone");
            assertThat(events).isEmpty();
        }
    }

    private static DeviceWorker worker(Consumer<LaneEvent> listener) {
        return new DeviceWorker(Samples.device(2), new FakeCompute(), listener, Assertions::fail);
    }

    private static LaneRequest request(String lane) {
        return new LaneRequest(
                lane,
                new FakeFamily("family"),
                Samples.dataset(),
                new LaneSpec(Map.of(), 1_000_000, 1),
                1_000,
                List.of(),
                null);
    }

    private static void put(SynchronousQueue<LaneEvent> queue, LaneEvent event) {
        try {
            queue.put(event);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
