package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.cudnn.MemoryPlan.Place;
import java.util.ArrayList;
import java.util.List;

/** Layers one after the other, with the values and gradients between them. */
final class DeviceChain {
    private static final Place NOWHERE = () -> DeviceLayer.NOBODY;

    private final List<DeviceLayer> layers = new ArrayList<>();
    /** Before layer i at i, of the output at the end. */
    private final List<Place> values = new ArrayList<>();
    /** By values[i]; nowhere where nothing with parameters comes before. */
    private final List<Place> deltas = new ArrayList<>();
    /** Index of the first layer with parameters: gradients need not go further down. */
    private final int firstTrained;

    /** @param settings of the step, on the device */
    DeviceChain(List<Stage> stages, Place settings, Site site) {
        List<Stage> computing = stages.stream().filter(DeviceChain::computes).toList();
        firstTrained = firstTrained(computing);
        values.add(place(stages.get(0).inputSize(), site));
        deltas.add(NOWHERE);
        for (int i = 0; i < computing.size(); i++) {
            Stage stage = computing.get(i);
            layers.add(DeviceLayers.of(stage, settings, site));
            values.add(place(stage.outputSize(), site));
            deltas.add(i < firstTrained ? NOWHERE : place(stage.outputSize(), site));
        }
    }

    /** Flattening moves nothing in row-major arrays. */
    private static boolean computes(Stage stage) {
        return !(stage.layer() instanceof LayerSpec.Flatten);
    }

    private static int firstTrained(List<Stage> stages) {
        int i = 0;
        while (stages.get(i).parameters().isEmpty()) {
            i++;
        }
        return i;
    }

    private static Place place(int size, Site site) {
        return site.memory().reserveFloats(site.batched(size));
    }

    long input() {
        return values.get(0).address();
    }

    long output() {
        return values.get(layers.size()).address();
    }

    /** What the loss writes for {@link #backward}. */
    long outputGradient() {
        return deltas.get(layers.size()).address();
    }

    void forward(boolean training, int batch) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i)
                    .forward(
                            training,
                            batch,
                            values.get(i).address(),
                            values.get(i + 1).address());
        }
    }

    void backward(int batch) {
        for (int i = layers.size() - 1; i >= firstTrained; i--) {
            layers.get(i)
                    .backward(
                            batch,
                            values.get(i).address(),
                            values.get(i + 1).address(),
                            deltas.get(i + 1).address(),
                            deltas.get(i).address());
        }
    }
}
