package io.sweepforge.kernels.nn.engine;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import java.util.List;

/** Chooses the layer of a run: the shared ones here, all others from the backend. */
final class Layers {
    private Layers() {}

    static <A> Layer<A> of(List<Stage> run, int maxBatch, Engine<A> engine) {
        Stage stage = run.get(0);
        if (stage.layer() instanceof LayerSpec.MaxPool2d pool) {
            return new MaxPoolLayer<>(stage, pool, maxBatch, engine.storage());
        } else if (stage.layer() instanceof LayerSpec.Dropout dropout) {
            return new DropoutLayer<>(stage, dropout.rate(), maxBatch, engine.storage());
        }
        return engine.layer(run, maxBatch);
    }
}
