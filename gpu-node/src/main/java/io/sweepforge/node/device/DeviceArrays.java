package io.sweepforge.node.device;

import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.protocol.FailureCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trial arrays of one device: one for each model family and data set that has lanes, closed when the last lane left.
 * Owned by the device's thread.
 */
final class DeviceArrays {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceArrays.class);

    private final Compute compute;
    private final long memoryBytes;
    private final Consumer<LaneEvent> events;
    private final LongSupplier nanoTime;
    private final Deque<OpenArray> arrays = new ArrayDeque<>();

    DeviceArrays(Compute compute, long memoryBytes, Consumer<LaneEvent> events, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.compute = compute;
        this.memoryBytes = memoryBytes;
        this.events = events;
    }

    void start(LaneRequest request) {
        try {
            long bytes = bytes(request);
            Optional<LaneEvent> refusal = refuseForMemory(request, bytes);
            if (refusal.isPresent()) {
                events.accept(refusal.get());
            } else {
                arrayFor(request).add(request, bytes);
            }
        } catch (LaneRefusedException e) {
            events.accept(new LaneEvent.Failed(request.lane(), codeOf(e), String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            LOG.error("{} could not start", request.lane(), e);
            events.accept(new LaneEvent.Failed(request.lane(), codeOf(e), e.toString()));
        }
        closeEmpty();
    }

    void remove(String lane) {
        find(lane).ifPresent(array -> guarded(array, () -> array.remove(lane)));
        events.accept(new LaneEvent.Removed(lane));
    }

    void park(String lane) {
        find(lane).ifPresent(array -> guarded(array, () -> events.accept(array.park(lane))));
    }

    void goOn(String lane) {
        find(lane).ifPresent(array -> guarded(array, () -> array.goOn(lane)));
    }

    /** Passes on what the lanes of the array whose turn it is have reported. */
    void poll() {
        OpenArray array = arrays.remove();
        arrays.add(array);
        guarded(array, () -> array.poll().forEach(events));
    }

    /** An array that throws is of no use any more: its lanes fail, the device lives. */
    private void guarded(OpenArray array, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A trial array failed with {} lanes", array.lanes().size(), e);
            fail(array, e);
        }
        closeEmpty();
    }

    boolean isEmpty() {
        return arrays.isEmpty();
    }

    /** Whether every lane rests: a poll has nothing to train. */
    boolean isResting() {
        return arrays.stream().allMatch(OpenArray::isResting);
    }

    long memoryUsed() {
        return arrays.stream().mapToLong(OpenArray::memoryUsed).sum();
    }

    void close() {
        arrays.forEach(DeviceArrays::close);
        arrays.clear();
    }

    private static void close(OpenArray array) {
        try {
            array.close();
        } catch (RuntimeException | Error e) {
            LOG.error("A trial array could not be closed", e);
        }
    }

    /** Bad parameters have no size; the array refuses them with a reason. */
    private static long bytes(LaneRequest request) {
        var parameters = request.spec().parameters();
        var shape = request.dataset().shape();
        return request.family()
                        .problems(parameters, request.spec().epochs(), shape)
                        .isEmpty()
                ? request.family().estimateBytes(parameters, shape)
                : 0;
    }

    private Optional<LaneEvent> refuseForMemory(LaneRequest request, long bytes) {
        if (bytes > memoryBytes) {
            String message = "It needs %d bytes, and this device has %d for its lanes.".formatted(bytes, memoryBytes);
            return Optional.of(new LaneEvent.Failed(request.lane(), FailureCode.OUT_OF_MEMORY, message));
        }
        if (bytes > memoryBytes - memoryUsed()) {
            String message = "It needs %d bytes, and other trials use %d of this device's %d now."
                    .formatted(bytes, memoryUsed(), memoryBytes);
            return Optional.of(new LaneEvent.Failed(request.lane(), FailureCode.NODE_BUSY, message));
        }
        return Optional.empty();
    }

    private OpenArray arrayFor(LaneRequest request) throws LaneRefusedException {
        Optional<OpenArray> open =
                arrays.stream().filter(array -> array.takes(request)).findFirst();
        if (open.isPresent()) {
            return open.get();
        }
        OpenArray array = new OpenArray(request, compute.open(request.family(), request.dataset()), nanoTime);
        arrays.addFirst(array);
        return array;
    }

    private Optional<OpenArray> find(String lane) {
        return arrays.stream().filter(array -> array.has(lane)).findFirst();
    }

    private void fail(OpenArray array, Throwable error) {
        List<String> lanes = array.lanes();
        arrays.remove(array);
        close(array);
        lanes.forEach(lane -> events.accept(new LaneEvent.Failed(lane, codeOf(error), error.toString())));
    }

    /** What does not fit beside others may fit alone. */
    private FailureCode codeOf(LaneRefusedException refusal) {
        return refusal.reason() == LaneRefusedException.Cause.OUT_OF_MEMORY && memoryUsed() > 0
                ? FailureCode.NODE_BUSY
                : FailureCode.valueOf(refusal.reason().name());
    }

    private static FailureCode codeOf(Throwable error) {
        return error instanceof OutOfMemoryError ? FailureCode.OUT_OF_MEMORY : FailureCode.DEVICE_FAILED;
    }

    private void closeEmpty() {
        List<OpenArray> empty = arrays.stream().filter(OpenArray::isEmpty).toList();
        arrays.removeAll(empty);
        empty.forEach(DeviceArrays::close);
    }
}
