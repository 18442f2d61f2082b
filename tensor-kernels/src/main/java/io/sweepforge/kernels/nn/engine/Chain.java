package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Layers one after the other, with the values and gradients between them. */
final class Chain<A> {
    private final List<Layer<A>> layers = new ArrayList<>();
    /** Before layer i at i, of the output at the end. */
    private final List<A> values = new ArrayList<>();
    /** By values[i]; null where nothing with parameters comes before. */
    private final List<@Nullable A> deltas = new ArrayList<>();
    /** Index of the first layer with parameters: gradients need not go further down. */
    private final int firstTrained;

    Chain(List<Stage> stages, int maxBatch, Engine<A> engine) {
        Storage<A> storage = engine.storage();
        List<List<Stage>> runs = engine.runs(stages);
        firstTrained = firstTrained(runs);
        values.add(storage.allocate(Math.multiplyExact(maxBatch, stages.get(0).inputSize())));
        deltas.add(null);
        for (int i = 0; i < runs.size(); i++) {
            List<Stage> run = runs.get(i);
            int size = Math.multiplyExact(maxBatch, run.get(run.size() - 1).outputSize());
            layers.add(Layers.of(run, maxBatch, engine));
            values.add(storage.allocate(size));
            deltas.add(i < firstTrained ? null : storage.allocate(size));
        }
    }

    private static int firstTrained(List<List<Stage>> runs) {
        int i = 0;
        while (runs.get(i).stream().allMatch(stage -> stage.parameters().isEmpty())) {
            i++;
        }
        return i;
    }

    A input() {
        return values.get(0);
    }

    A output() {
        return values.get(layers.size());
    }

    /** What the loss writes for {@link #backward}. */
    A outputGradient() {
        return delta(layers.size());
    }

    void beginTraining(long seed, long step) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).beginTraining(seed, step);
        }
    }

    void beginInference() {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).beginInference();
        }
    }

    void forward(A weights, int batch) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(weights, values.get(i), values.get(i + 1), batch);
        }
    }

    void backward(A weights, A gradients, int batch) {
        for (int i = layers.size() - 1; i >= firstTrained; i--) {
            layers.get(i)
                    .backward(weights, values.get(i), values.get(i + 1), delta(i + 1), batch, gradients, deltas.get(i));
        }
    }

    private A delta(int i) {
        A delta = deltas.get(i);
        if (delta == null) {
            throw new IllegalStateException("no gradient is kept before layer " + i);
        }
        return delta;
    }
}
