package io.sweepforge.kernels.nn.reference;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.Engine;
import io.sweepforge.kernels.nn.engine.Layer;
import io.sweepforge.kernels.nn.engine.Optimizer;
import io.sweepforge.kernels.nn.engine.Storage;
import java.util.List;

/** The layers of this backend. */
final class ReferenceEngine implements Engine<double[]> {
    private final DoubleStorage storage = new DoubleStorage();

    @Override
    public Storage<double[]> storage() {
        return storage;
    }

    @Override
    public Optimizer<double[]> optimizer() {
        return new ReferenceOptimizer();
    }

    @Override
    public Layer<double[]> layer(List<Stage> run, int maxBatch) {
        Stage stage = run.get(0);
        LayerSpec layer = stage.layer();
        if (layer instanceof LayerSpec.Dense dense) {
            return new ReferenceDense(stage, dense.units());
        } else if (layer instanceof LayerSpec.Conv2d conv) {
            return new ReferenceConv2d(ConvGeometry.of(stage, conv), stage.parameterOffset());
        } else if (layer instanceof LayerSpec.Lstm lstm) {
            return new ReferenceLstm(stage, lstm, maxBatch, storage);
        } else if (layer instanceof LayerSpec.Activation activation) {
            return new ReferenceActivation(activation.function(), stage.outputSize());
        }
        throw new IllegalArgumentException("layer must be one this backend computes, was " + layer);
    }
}
