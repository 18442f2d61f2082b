package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.Engine;
import io.sweepforge.kernels.nn.engine.Layer;
import io.sweepforge.kernels.nn.engine.Optimizer;
import io.sweepforge.kernels.nn.engine.Storage;

/** The layers of this backend, for one network; one matrix product's scratch serves them all. */
public final class VectorEngine implements Engine<float[]> {
    private final FloatStorage storage = new FloatStorage();
    private final Gemm gemm = new Gemm(storage);

    @Override
    public Storage<float[]> storage() {
        return storage;
    }

    @Override
    public Optimizer<float[]> optimizer() {
        return new VectorOptimizer();
    }

    @Override
    public Layer<float[]> layer(Stage stage, int maxBatch) {
        LayerSpec layer = stage.layer();
        if (layer instanceof LayerSpec.Dense dense) {
            return new VectorDense(stage, dense.units(), storage, gemm);
        } else if (layer instanceof LayerSpec.Conv2d conv) {
            return new VectorConv2d(ConvGeometry.of(stage, conv), stage.parameterOffset(), storage, gemm);
        } else if (layer instanceof LayerSpec.Lstm lstm) {
            return new VectorLstm(stage, lstm, maxBatch, storage, gemm);
        } else if (layer instanceof LayerSpec.Activation activation) {
            return new VectorActivation(activation.function(), stage.outputSize());
        }
        throw new IllegalArgumentException("layer must be one this backend computes, was " + layer);
    }
}
