package io.sweepforge.node.device;

import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeDescription;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that owns the trial arrays of one device. It passes on what lanes report and does what it was told; a command
 * takes effect within milliseconds.
 */
public final class DeviceWorker implements LaneDevice, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceWorker.class);

    /** Between two looks whether lanes that rest have rested for long enough. */
    private static final long RESTING_MILLIS = 100;

    private final NodeDescription.Device description;
    private final DeviceArrays arrays;
    private final Compute compute;
    private final Consumer<LaneEvent> events;
    private final Consumer<String> broken;
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile long memoryUsed;
    private volatile boolean closed;

    /**
     * Starts the thread.
     *
     * @param compute closed with this
     * @param events told on this device's thread; must not block
     * @param broken told why the device cannot be used any more by this process; what failed because of it is not told as
     *     an event
     */
    public DeviceWorker(
            NodeDescription.Device description, Compute compute, Consumer<LaneEvent> events, Consumer<String> broken) {
        this.description = description;
        this.compute = compute;
        this.events = events;
        this.broken = broken;
        this.arrays = new DeviceArrays(compute, description.memoryBytes(), this::pass, System::nanoTime);
        this.thread = new Thread(this::work, "device-" + description.id());
        thread.start();
    }

    @Override
    public NodeDescription.Device description() {
        return description;
    }

    @Override
    public void start(LaneRequest request) {
        commands.add(() -> arrays.start(request));
    }

    @Override
    public void remove(String lane) {
        commands.add(() -> arrays.remove(lane));
    }

    @Override
    public void park(String lane) {
        commands.add(() -> arrays.park(lane));
    }

    @Override
    public void goOn(String lane) {
        commands.add(() -> arrays.goOn(lane));
    }

    @Override
    public Load load() {
        Compute.Readings readings = compute.readings();
        return new Load(memoryUsed, readings.utilisation(), readings.temperatureCelsius());
    }

    /** Ends the thread after what it was told so far; lanes that are still there are lost. */
    @Override
    public void close() {
        commands.add(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A lane that failed with its device did not fail by itself: it goes on from its last checkpoint. */
    private void pass(LaneEvent event) {
        Optional<String> reason = event instanceof LaneEvent.Failed failed && failed.code() == FailureCode.DEVICE_FAILED
                ? compute.broken()
                : Optional.empty();
        reason.ifPresentOrElse(broken, () -> events.accept(event));
    }

    private void work() {
        try {
            while (!closed) {
                guardedStep();
                memoryUsed = arrays.memoryUsed();
            }
            arrays.close();
            compute.close();
        } catch (InterruptedException e) {
            LOG.error("The thread of {} was interrupted and ends", description.id());
        }
    }

    /** A device whose thread ended would hold its lanes for ever. */
    private void guardedStep() throws InterruptedException {
        try {
            step();
        } catch (RuntimeException | Error e) {
            LOG.error("{} goes on after a step that failed", description.id(), e);
        }
    }

    /** Waits for a command while there is nothing to train. */
    private @Nullable Runnable next() throws InterruptedException {
        if (arrays.isEmpty()) {
            return commands.take();
        }
        return arrays.isResting() ? commands.poll(RESTING_MILLIS, TimeUnit.MILLISECONDS) : commands.poll();
    }

    private void step() throws InterruptedException {
        Runnable command = next();
        if (command != null) {
            command.run();
        } else {
            arrays.poll();
        }
    }
}
