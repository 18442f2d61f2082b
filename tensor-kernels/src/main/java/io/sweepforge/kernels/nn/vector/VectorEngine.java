package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.engine.Engine;
import io.sweepforge.kernels.nn.engine.Layer;
import io.sweepforge.kernels.nn.engine.Optimizer;
import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.vector.conv.ConvStack;
import java.util.List;

/** The layers of this backend, for one network; one matrix product's scratch serves them all. */
public final class VectorEngine implements Engine<float[]> {
    private final VectorStorage storage = new VectorStorage();
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
    public List<List<Stage>> runs(List<Stage> stages) {
        return ConvUnit.runs(stages);
    }

    @Override
    public Layer<float[]> layer(List<Stage> run, int maxBatch) {
        Stage stage = run.get(0);
        LayerSpec layer = stage.layer();
        if (layer instanceof LayerSpec.Dense dense) {
            return new VectorDense(stage, dense.units(), storage, gemm);
        } else if (layer instanceof LayerSpec.Conv2d) {
            return new ConvStack(ConvUnit.of(run), maxBatch, storage);
        } else if (layer instanceof LayerSpec.Lstm lstm) {
            return new VectorLstm(stage, lstm, maxBatch, storage, gemm);
        } else if (layer instanceof LayerSpec.Activation activation) {
            return new VectorActivation(activation.function(), stage.outputSize());
        }
        throw new IllegalArgumentException("layer must be one this backend computes, was " + layer);
    }
}
