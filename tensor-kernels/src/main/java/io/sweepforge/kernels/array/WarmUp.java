package io.sweepforge.kernels.array;

import io.sweepforge.kernels.data.BadDatasetException;
import io.sweepforge.kernels.data.DataFormat;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.DatasetDescription;
import io.sweepforge.kernels.data.Datasets;
import io.sweepforge.kernels.data.Task;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.nn.Backend;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Trains a made-up trial of every family, so that the JVM has compiled the kernels before the first real trial comes. On two
 * cores the first reports of a sweep of convolutions came 4 instead of 6 seconds after it was submitted. Results are thrown
 * away, and a real lane computes the same bits with and without it.
 */
public final class WarmUp {
    private static final int EPOCHS = 10_000;
    private static final int ROWS = 96;
    private static final int EDGE = 20;
    private static final int VARIABLES = 7;
    private static final int CLASSES = 10;

    private final Backend backend;
    private final Cores cores;
    private final Duration atMost;
    private final Thread thread = new Thread(this::train, "warm-up");
    private volatile boolean over;

    private WarmUp(Backend backend, Cores cores, Duration atMost) {
        this.backend = backend;
        this.cores = cores;
        this.atMost = atMost;
    }

    /**
     * Begins to train.
     *
     * @param backend one that can run here
     * @param cores that it occupies
     * @param atMost 0 for not at all
     */
    public static WarmUp begin(Backend backend, Cores cores, Duration atMost) {
        WarmUp warmUp = new WarmUp(backend, cores, atMost);
        warmUp.thread.setDaemon(true);
        warmUp.thread.start();
        return warmUp;
    }

    /** Returns once the cores are free, within a step. */
    public void end() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void train() {
        long begin = System.nanoTime();
        List<TrialArray> arrays = new ArrayList<>();
        try {
            while (!over && System.nanoTime() - begin < atMost.toNanos()) {
                if (arrays.size() < ModelFamilies.all().size()) {
                    arrays.add(open(ModelFamilies.all().get(arrays.size())));
                }
                arrays.forEach(TrialArray::poll);
            }
        } finally {
            arrays.forEach(TrialArray::close);
        }
    }

    private TrialArray open(TrainableFamily family) {
        TrialArray array = TrialArrays.open(backend, family, madeUp(family.task()), Long.MAX_VALUE, cores);
        try {
            array.add(family.name(), new LaneSpec(Map.of(), EPOCHS, 0));
        } catch (LaneRefusedException e) {
            throw new IllegalStateException("defaults of " + family.name() + " must be trainable", e);
        }
        return array;
    }

    private static Dataset madeUp(String task) {
        boolean images = task.equals(Task.CLASSIFICATION.label());
        String csv = images ? csv(ROWS, EDGE * EDGE) : csv(ROWS * VARIABLES, VARIABLES);
        DatasetDescription description =
                DatasetDescription.of("warm-up", images ? Task.CLASSIFICATION : Task.FORECASTING, DataFormat.CSV);
        try {
            return Datasets.decode(
                    images ? description.withRowShape(List.of(1, EDGE, EDGE)) : description,
                    csv.getBytes(StandardCharsets.US_ASCII));
        } catch (BadDatasetException e) {
            throw new IllegalStateException("made-up data must be well-formed", e);
        }
    }

    /** Rows of digits and a class, or of the variables of a series. */
    private static String csv(int rows, int columns) {
        StringBuilder csv = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                csv.append((row * 7 + column * column) % 5).append(',');
            }
            csv.append(row % CLASSES).append('\n');
        }
        return csv.toString();
    }
}
