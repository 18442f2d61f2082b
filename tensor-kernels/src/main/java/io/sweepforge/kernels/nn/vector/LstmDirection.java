package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One direction of an LSTM level. Everything inside is time-major, so that each step is a block of whole rows. A step's rows
 * are [h of the step before, x, 1]: one product with all weights gives its gates, and one product over all steps gives the
 * gradients of all weights. H is padded to whole vectors.
 */
final class LstmDirection {
    private final int steps;
    private final int inputs;
    private final int hidden;
    private final int padded;
    private final int features;
    private final int width;
    private final int column;
    private final boolean sequence;
    private final TimeMajor order;
    private final LstmWeights weights;
    private final LstmWeights gradients;
    private final PackedPanels forwardWeights;
    private final PackedPanels backwardWeights;
    private final float[] rows;
    private final float[] gates;
    private final float[] cells;
    private final float[] tanh;
    private final float[] dRows;
    private final float[] dCells;
    private final Gemm gemm;
    private final Matrix a = new Matrix();
    private final Matrix b = new Matrix();
    private final Matrix c = new Matrix();

    LstmDirection(Stage stage, LayerSpec.Lstm lstm, int direction, int maxBatch, VectorStorage storage, Gemm gemm) {
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
        features = weights.rows();
        forwardWeights = new PackedPanels(features, 4 * padded, storage);
        backwardWeights = new PackedPanels(4 * padded, padded + inputs, storage);
        int count = Math.multiplyExact(steps, maxBatch);
        rows = storage.allocate(Math.multiplyExact(count + maxBatch, features));
        gates = storage.allocate(Math.multiplyExact(count, 4 * padded));
        cells = storage.allocate((count + maxBatch) * padded);
        tanh = storage.allocate(count * padded);
        dRows = storage.allocate(maxBatch * features);
        dCells = storage.allocate(maxBatch * padded);
    }

    void forward(float[] flat, float[] input, float[] y, int batch) {
        weights.readFrom(flat);
        weights.doubleCandidate();
        forwardWeights.copy(a.at(weights.matrix(), 0, 4 * padded));
        begin(input, batch);
        int block = batch * padded;
        for (int s = 0; s < steps; s++) {
            gemm.multiply(
                    batch,
                    4 * padded,
                    features,
                    a.at(rows, s * batch * features, features),
                    forwardWeights,
                    c.at(gates, 4 * s * block, 4 * padded),
                    false);
            LstmCell.forward(
                    gates,
                    4 * s * block,
                    cells,
                    tanh,
                    s * block,
                    (s + 1) * block,
                    rows,
                    (s + 1) * batch * features,
                    features,
                    batch,
                    padded);
        }
        writeOutputs(y, batch);
    }

    /** Inputs and ones of all steps, and the state before the first. */
    private void begin(float[] input, int batch) {
        Arrays.fill(cells, 0, batch * padded, 0);
        for (int n = 0; n < batch; n++) {
            Arrays.fill(rows, n * features, n * features + padded, 0);
        }
        order.gather(input, inputs, rows, padded, features, batch);
        for (int row = 1; row <= steps * batch; row++) {
            rows[row * features - 1] = 1;
        }
    }

    private void writeOutputs(float[] y, int batch) {
        for (int s = sequence ? 0 : steps - 1; s < steps; s++) {
            for (int n = 0; n < batch; n++) {
                System.arraycopy(rows, ((s + 1) * batch + n) * features, y, target(s, n), hidden);
            }
        }
    }

    /** Position in y of the output of step {@code s} of example {@code n}. */
    private int target(int s, int n) {
        return (sequence ? order.row(s, n) : n) * width + column;
    }

    void backward(float[] flat, float[] dy, int batch, float[] flatGradients, float @Nullable [] dx) {
        weights.readFrom(flat);
        backwardWeights.copy(a.transposeOf(weights.matrix(), 0, 4 * padded));
        throughTime(dy, batch, dx);
        gemm.multiply(
                features,
                4 * padded,
                steps * batch,
                a.transposeOf(rows, 0, features),
                b.at(gates, 0, 4 * padded),
                c.at(gradients.matrix(), 0, 4 * padded),
                false);
        gradients.writeTo(flatGradients);
    }

    /** Replaces the gates of every step by the gradients of their preactivations, and adds to those of x if asked for. */
    private void throughTime(float[] dy, int batch, float @Nullable [] dx) {
        int block = batch * padded;
        Arrays.fill(dRows, 0, batch * features, 0);
        Arrays.fill(dCells, 0, block, 0);
        for (int s = steps - 1; s >= 0; s--) {
            if (sequence || s == steps - 1) {
                for (int n = 0; n < batch; n++) {
                    TimeMajor.add(dy, target(s, n), dRows, n * features, hidden);
                }
            }
            LstmCell.backward(gates, 4 * s * block, cells, tanh, s * block, dRows, features, dCells, batch, padded);
            gemm.multiply(
                    batch,
                    dx == null ? padded : padded + inputs,
                    4 * padded,
                    a.at(gates, 4 * s * block, 4 * padded),
                    backwardWeights,
                    c.at(dRows, 0, features),
                    false);
            if (dx != null) {
                order.addBack(s, dRows, padded, features, dx, inputs, batch);
            }
        }
    }
}
