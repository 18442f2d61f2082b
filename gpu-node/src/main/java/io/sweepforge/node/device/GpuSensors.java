package io.sweepforge.node.device;

import io.sweepforge.node.device.Compute.Readings;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the sensors of all GPUs said last. They are asked now and then, in the background; while nobody answers, nothing is known. */
public final class GpuSensors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GpuSensors.class);
    private static final Readings UNKNOWN = new Readings(null, null);
    private static final long PERIOD_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 4;

    private final List<String> command;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gpu-sensors");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<String, Readings> last = Map.of();
    private boolean complained;

    GpuSensors(List<String> command) {
        this.command = command;
    }

    /** Begins to ask {@code nvidia-smi}. */
    public static GpuSensors start() {
        GpuSensors sensors = new GpuSensors(NvidiaSmi.COMMAND);
        var unused = sensors.background.scheduleWithFixedDelay(sensors::ask, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
        return sensors;
    }

    /** @param uuid of the GPU, as {@code nvidia-smi} prints it */
    Readings of(String uuid) {
        return last.getOrDefault(uuid, UNKNOWN);
    }

    void ask() {
        try {
            last = NvidiaSmi.parse(answer());
        } catch (IOException e) {
            last = Map.of();
            if (!complained) {
                complained = true;
                LOG.warn("Utilisation and temperature of the GPUs stay unknown: {}", e.getMessage());
            }
        }
    }

    private List<String> answer() throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var end = background.schedule(process::destroyForcibly, PATIENCE_SECONDS, TimeUnit.SECONDS);
        try (BufferedReader reader = process.inputReader()) {
            return reader.lines().toList();
        } finally {
            end.cancel(false);
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
