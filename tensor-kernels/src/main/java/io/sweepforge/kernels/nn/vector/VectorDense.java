package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.Stage;
import io.sweepforge.kernels.nn.engine.Layer;
import org.jspecify.annotations.Nullable;

/** y = x W + b for each row, with W [inputs, units] followed by b [units] in the flat parameters. */
final class VectorDense implements Layer<float[]> {
    private final int rows;
    private final int inputs;
    private final int units;
    private final int offset;
    private final int bias;
    private final float[] transposed;
    private final Gemm gemm;
    private final Matrix a = new Matrix();
    private final Matrix b = new Matrix();
    private final Matrix c = new Matrix();

    VectorDense(Stage stage, int units, VectorStorage storage, Gemm gemm) {
        this.inputs = stage.input().get(stage.input().size() - 1);
        this.rows = stage.inputSize() / inputs;
        this.units = units;
        this.offset = stage.parameterOffset();
        this.bias = offset + inputs * units;
        this.transposed = storage.allocate(inputs * units);
        this.gemm = gemm;
    }

    @Override
    public void forward(float[] weights, float[] x, float[] y, int batch) {
        int m = batch * rows;
        Rows.repeat(weights, bias, units, y, m);
        gemm.multiply(m, units, inputs, a.at(x, 0, inputs), b.at(weights, offset, units), c.at(y, 0, units), true);
    }

    @Override
    public void backward(
            float[] weights, float[] x, float[] y, float[] dy, int batch, float[] gradients, float @Nullable [] dx) {
        int m = batch * rows;
        Rows.sum(dy, m, units, gradients, bias);
        gemm.multiply(
                inputs,
                units,
                m,
                a.transposeOf(x, 0, inputs),
                b.at(dy, 0, units),
                c.at(gradients, offset, units),
                false);
        if (dx != null) {
            Rows.transpose(weights, offset, inputs, units, transposed);
            gemm.multiply(
                    m, inputs, units, a.at(dy, 0, units), b.at(transposed, 0, inputs), c.at(dx, 0, inputs), false);
        }
    }
}
