package io.sweepforge.kernels.nn.reference;

import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.engine.Layer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** y = x W + b for each row, with W [inputs, units] followed by b [units] in the flat parameters. */
final class ReferenceDense implements Layer<double[]> {
    private final int rows;
    private final int inputs;
    private final int units;
    private final int offset;
    private final int bias;

    ReferenceDense(Stage stage, int units) {
        this.inputs = stage.input().get(stage.input().size() - 1);
        this.rows = stage.inputSize() / inputs;
        this.units = units;
        this.offset = stage.parameterOffset();
        this.bias = offset + inputs * units;
    }

    @Override
    public void forward(double[] weights, double[] x, double[] y, int batch) {
        for (int row = 0; row < batch * rows; row++) {
            for (int unit = 0; unit < units; unit++) {
                double sum = weights[bias + unit];
                for (int i = 0; i < inputs; i++) {
                    sum += x[row * inputs + i] * weights[offset + i * units + unit];
                }
                y[row * units + unit] = sum;
            }
        }
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
        Arrays.fill(gradients, offset, bias + units, 0);
        if (dx != null) {
            Arrays.fill(dx, 0);
        }
        for (int row = 0; row < batch * rows; row++) {
            for (int unit = 0; unit < units; unit++) {
                double delta = dy[row * units + unit];
                gradients[bias + unit] += delta;
                for (int i = 0; i < inputs; i++) {
                    gradients[offset + i * units + unit] += x[row * inputs + i] * delta;
                    if (dx != null) {
                        dx[row * inputs + i] += weights[offset + i * units + unit] * delta;
                    }
                }
            }
        }
    }
}
