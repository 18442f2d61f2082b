package io.sweepforge.benchmarks.sweep;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sweepforge.kernels.data.BadDatasetException;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.ForecastWindows;
import io.sweepforge.kernels.data.LabelledDataset;
import io.sweepforge.kernels.data.SeriesDataset;
import io.sweepforge.kernels.data.Split;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the examples that our lanes train on and are validated on, scaled and split alike, as raw arrays for the peer:
 * {@code training.x}, {@code training.y}, {@code validation.x}, {@code validation.y} in single precision, and their shapes
 * in {@code shapes.json}.
 */
final class PeerData {
    private final Path folder;
    private final Map<String, List<Integer>> shapes = new LinkedHashMap<>();

    private PeerData(Path folder) {
        this.folder = folder;
    }

    static void write(RacedSweep sweep, Dataset dataset, Path folder) throws IOException, BadDatasetException {
        PeerData data = new PeerData(folder);
        for (Split split : List.of(Split.TRAINING, Split.VALIDATION)) {
            if (dataset instanceof LabelledDataset rows) {
                data.labelled(split, rows);
            } else {
                data.windows(split, windows(sweep, (SeriesDataset) dataset));
            }
        }
        new ObjectMapper().writeValue(folder.resolve("shapes.json").toFile(), data.shapes);
    }

    private static ForecastWindows windows(RacedSweep sweep, SeriesDataset series) {
        return new ForecastWindows(
                series,
                sweep.specification().at("/trial/fixed/window").asInt(),
                sweep.specification().at("/trial/fixed/horizon").asInt());
    }

    private void labelled(Split split, LabelledDataset rows) throws IOException {
        int count = rows.count(split);
        float[] x = new float[count * rows.rowSize()];
        float[] y = new float[count];
        for (int i = 0; i < count; i++) {
            rows.copyRow(split, i, x, i * rows.rowSize());
            y[i] = rows.label(split, i);
        }
        List<Integer> image = rows.shape().shape();
        write(split.label() + ".x", x, List.of(count, image.get(0), image.get(1), image.get(2)));
        write(split.label() + ".y", y, List.of(count));
    }

    /** Targets are changes since the last observed value, as our family predicts them by default. */
    private void windows(Split split, ForecastWindows windows) throws IOException {
        int count = windows.count(split);
        int variables = windows.series().variables().size();
        int size = windows.window() * variables;
        float[] x = new float[count * size];
        float[] y = new float[count * windows.horizon()];
        for (int i = 0; i < count; i++) {
            windows.copyInput(split, i, x, i * size);
            for (int step = 0; step < windows.horizon(); step++) {
                y[i * windows.horizon() + step] = windows.target(split, i, step) - windows.lastObserved(split, i);
            }
        }
        write(split.label() + ".x", x, List.of(count, windows.window(), variables));
        write(split.label() + ".y", y, List.of(count, windows.horizon()));
    }

    private void write(String name, float[] values, List<Integer> shape) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Files.write(folder.resolve(name), bytes.array());
        shapes.put(name, shape);
    }
}
