package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.engine.Layer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One level of an LSTM: each direction writes its columns of y and adds its part of dx. */
final class VectorLstm implements Layer<float[]> {
    private final LstmDirection[] directions;

    VectorLstm(Stage stage, LayerSpec.Lstm lstm, int maxBatch, VectorStorage storage, Gemm gemm) {
        directions = new LstmDirection[lstm.directions()];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = new LstmDirection(stage, lstm, i, maxBatch, storage, gemm);
        }
    }

    @Override
    public void forward(float[] weights, float[] x, float[] y, int batch) {
        for (LstmDirection direction : directions) {
            direction.forward(weights, x, y, batch);
        }
    }

    @Override
    public void backward(
            float[] weights, float[] x, float[] y, float[] dy, int batch, float[] gradients, float @Nullable [] dx) {
        if (dx != null) {
            Arrays.fill(dx, 0);
        }
        for (LstmDirection direction : directions) {
            direction.backward(weights, dy, batch, gradients, dx);
        }
    }
}
