package io.sweepforge.kernels.nn.reference;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.engine.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One level of an LSTM: each direction writes its columns of y and adds its part of dx. */
final class ReferenceLstm implements Layer<double[]> {
    private final List<ReferenceLstmDirection> directions = new ArrayList<>();

    ReferenceLstm(Stage stage, LayerSpec.Lstm lstm, int maxBatch, DoubleStorage storage) {
        for (int direction = 0; direction < lstm.directions(); direction++) {
            directions.add(new ReferenceLstmDirection(stage, lstm, direction, maxBatch, storage));
        }
    }

    @Override
    public void forward(double[] weights, double[] x, double[] y, int batch) {
        directions.forEach(direction -> direction.forward(weights, x, y, batch));
    }

    @Override
    public void backward(
            double[] weights,
            double[] x,
            double[] y,
            double[] dy,
            int batch,
            double[] gradients,
            double @Nullable [] dx) {
        if (dx != null) {
            Arrays.fill(dx, 0);
        }
        directions.forEach(direction -> direction.backward(weights, x, dy, batch, gradients, dx));
    }
}
