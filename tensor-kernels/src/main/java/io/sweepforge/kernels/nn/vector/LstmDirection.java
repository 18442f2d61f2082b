package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One direction of an LSTM level. Everything inside is time-major, so that each step is a block of whole rows; cells and
 * outputs have one more block of zeros before the first step. H is padded to whole vectors.
 */
final class LstmDirection {
    private final int steps;
    private final int inputs;
    private final int hidden;
    private final int padded;
    private final int width;
    private final int column;
    private final boolean sequence;
    private final TimeMajor order;
    private final LstmWeights weights;
    private final LstmWeights gradients;
    private final float[] inputTransposed;
    private final float[] recurrentTransposed;
    private final float[] x;
    private final float[] dx;
    private final float[] gates;
    private final float[] cells;
    private final float[] tanh;
    private final float[] outputs;
    private final float[] dh;
    private final float[] dc;
    private final Gemm gemm;
    private final Matrix a = new Matrix();
    private final Matrix b = new Matrix();
    private final Matrix c = new Matrix();

    LstmDirection(Stage stage, LayerSpec.Lstm lstm, int direction, int maxBatch, FloatStorage storage, Gemm gemm) {
        this.gemm = gemm;
        steps = stage.input().get(0);
        inputs = stage.input().get(1);
        hidden = lstm.hidden();
        padded = Lanes.padded(hidden);
        width = lstm.directions() * hidden;
        column = direction * hidden;
        sequence = lstm.returnSequence();
        order = new TimeMajor(steps, direction == 1);
        int offset = stage.parameterOffset() + direction * stage.parameterCount() / lstm.directions();
        weights = new LstmWeights(inputs, hidden, offset, storage);
        gradients = new LstmWeights(inputs, hidden, offset, storage);
        inputTransposed = storage.allocate(4 * padded * inputs);
        recurrentTransposed = storage.allocate(4 * padded * padded);
        int rows = Math.multiplyExact(steps, maxBatch);
        x = storage.allocate(rows * inputs);
        dx = storage.allocate(rows * inputs);
        gates = storage.allocate(Math.multiplyExact(rows, 4 * padded));
        cells = storage.allocate((rows + maxBatch) * padded);
        tanh = storage.allocate(rows * padded);
        outputs = storage.allocate((rows + maxBatch) * padded);
        dh = storage.allocate(maxBatch * padded);
        dc = storage.allocate(maxBatch * padded);
    }

    void forward(float[] flat, float[] input, float[] y, int batch) {
        int rows = steps * batch;
        int block = batch * padded;
        weights.readFrom(flat);
        order.gather(input, inputs, x, batch);
        Arrays.fill(cells, 0, block, 0);
        Arrays.fill(outputs, 0, block, 0);
        Rows.repeat(weights.bias, 0, 4 * padded, gates, rows);
        gemm.multiply(rows, 4 * padded, inputs, a.at(x, 0, inputs), b.at(weights.input, 0, 4 * padded), gates(0), true);
        for (int s = 0; s < steps; s++) {
            if (s > 0) {
                gemm.multiply(
                        batch,
                        4 * padded,
                        padded,
                        a.at(outputs, s * block, padded),
                        b.at(weights.recurrent, 0, 4 * padded),
                        gates(s * block),
                        true);
            }
            LstmCell.forward(gates, 4 * s * block, cells, tanh, outputs, s * block, (s + 1) * block, batch, padded);
        }
        writeOutputs(y, batch);
    }

    /** The gates from the step whose states begin at {@code state}. */
    private Matrix gates(int state) {
        return c.at(gates, 4 * state, 4 * padded);
    }

    private void writeOutputs(float[] y, int batch) {
        for (int s = sequence ? 0 : steps - 1; s < steps; s++) {
            for (int n = 0; n < batch; n++) {
                System.arraycopy(outputs, ((s + 1) * batch + n) * padded, y, target(s, n), hidden);
            }
        }
    }

    /** Position in y of the output of step {@code s} of example {@code n}. */
    private int target(int s, int n) {
        return (sequence ? order.row(s, n) : n) * width + column;
    }

    void backward(float[] dy, int batch, float[] flatGradients, float @Nullable [] inputGradient) {
        Rows.transpose(weights.recurrent, 0, padded, 4 * padded, recurrentTransposed);
        throughTime(dy, batch);
        parameterGradients(steps * batch);
        gradients.writeTo(flatGradients);
        if (inputGradient != null) {
            inputGradient(inputGradient, batch);
        }
    }

    /** Replaces the gates of every step by the gradients of their preactivations. */
    private void throughTime(float[] dy, int batch) {
        int block = batch * padded;
        Arrays.fill(dh, 0, block, 0);
        Arrays.fill(dc, 0, block, 0);
        for (int s = steps - 1; s >= 0; s--) {
            if (sequence || s == steps - 1) {
                for (int n = 0; n < batch; n++) {
                    TimeMajor.add(dy, target(s, n), dh, n * padded, hidden);
                }
            }
            LstmCell.backward(gates, 4 * s * block, cells, tanh, s * block, dh, dc, batch, padded);
            if (s > 0) {
                gemm.multiply(
                        batch,
                        padded,
                        4 * padded,
                        a.at(gates, 4 * s * block, 4 * padded),
                        b.at(recurrentTransposed, 0, padded),
                        c.at(dh, 0, padded),
                        false);
            }
        }
    }

    private void parameterGradients(int rows) {
        Rows.sum(gates, rows, 4 * padded, gradients.bias, 0);
        b.at(gates, 0, 4 * padded);
        gemm.multiply(
                inputs, 4 * padded, rows, a.transposeOf(x, 0, inputs), b, c.at(gradients.input, 0, 4 * padded), false);
        gemm.multiply(
                padded,
                4 * padded,
                rows,
                a.transposeOf(outputs, 0, padded),
                b,
                c.at(gradients.recurrent, 0, 4 * padded),
                false);
    }

    private void inputGradient(float[] to, int batch) {
        Rows.transpose(weights.input, 0, inputs, 4 * padded, inputTransposed);
        gemm.multiply(
                steps * batch,
                inputs,
                4 * padded,
                a.at(gates, 0, 4 * padded),
                b.at(inputTransposed, 0, inputs),
                c.at(dx, 0, inputs),
                false);
        order.addBack(dx, inputs, to, batch);
    }
}
