package io.sweepforge.kernels.nn.vector;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * The elementwise part of one LSTM step. H is a multiple of the vector width; a row of gates is [input, forget, candidate,
 * output], each H long. Equations in {@code ReferenceLstmDirection}.
 */
final class LstmCell {
    private LstmCell() {}

    /**
     * The forward step of {@code rows} rows, each function in one run over all of them.
     *
     * @param z gates from {@code zi}, [rows, 4H]: preactivations, the candidate's doubled, become activations
     * @param c cells: [rows, H] of the step before at {@code before}, overwritten for this step at {@code now}
     * @param tanh [rows, H] at {@code before}, overwritten with tanh c
     * @param h outputs of [rows, H], overwritten; rows are {@code stride} apart from {@code hi}
     */
    static void forward(
            float[] z,
            int zi,
            float[] c,
            float[] tanh,
            int before,
            int now,
            float[] h,
            int hi,
            int stride,
            int rows,
            int hidden) {
        Sigmoid.sigmoid(z, zi, z, zi, rows * 4 * hidden);
        for (int row = 0; row < rows; row++) {
            cells(z, zi + row * 4 * hidden, c, before + row * hidden, now + row * hidden, hidden);
        }
        Sigmoid.tanh(c, now, tanh, before, rows * hidden);
        for (int row = 0; row < rows; row++) {
            outputs(z, zi + (4 * row + 3) * hidden, tanh, before + row * hidden, h, hi + row * stride, hidden);
        }
    }

    /** The candidate as 2 sigmoid(2x) - 1, and c = f c' + i g. */
    private static void cells(float[] z, int gates, float[] c, int before, int now, int hidden) {
        for (int j = 0; j < hidden; j += LANES) {
            FloatVector g =
                    fromArray(SPECIES, z, gates + 2 * hidden + j).fma(broadcast(SPECIES, 2), broadcast(SPECIES, -1));
            FloatVector kept = fromArray(SPECIES, z, gates + hidden + j).mul(fromArray(SPECIES, c, before + j));
            g.intoArray(z, gates + 2 * hidden + j);
            fromArray(SPECIES, z, gates + j).fma(g, kept).intoArray(c, now + j);
        }
    }

    private static void outputs(float[] z, int output, float[] tanh, int ti, float[] h, int hi, int hidden) {
        for (int j = 0; j < hidden; j += LANES) {
            fromArray(SPECIES, z, output + j)
                    .mul(fromArray(SPECIES, tanh, ti + j))
                    .intoArray(h, hi + j);
        }
    }

    /**
     * The backward step of {@code rows} rows.
     *
     * @param z gates from {@code zi}, [rows, 4H]: activations become gradients of the preactivations
     * @param c cells of the step before, [rows, H] at {@code before}
     * @param tanh of this step's cells, [rows, H] at {@code before}
     * @param dh gradient of this step's output, [rows, H], rows {@code stride} apart, read
     * @param dc gradient of this step's cells from later steps, [rows, H], becomes that of the step before
     */
    static void backward(
            float[] z,
            int zi,
            float[] c,
            float[] tanh,
            int before,
            float[] dh,
            int stride,
            float[] dc,
            int rows,
            int hidden) {
        for (int row = 0; row < rows; row++) {
            int gates = zi + row * 4 * hidden;
            int state = row * hidden;
            output(z, gates + 3 * hidden, tanh, before + state, dh, row * stride, dc, state, hidden);
            inner(z, gates, c, before + state, dc, state, hidden);
        }
    }

    /** The output gate's gradient, and dc += dh o (1 - tanh²). */
    private static void output(
            float[] z, int gate, float[] tanh, int ti, float[] dh, int hi, float[] dc, int ci, int hidden) {
        FloatVector one = broadcast(SPECIES, 1);
        for (int j = 0; j < hidden; j += LANES) {
            FloatVector o = fromArray(SPECIES, z, gate + j);
            FloatVector t = fromArray(SPECIES, tanh, ti + j);
            FloatVector d = fromArray(SPECIES, dh, hi + j);
            FloatVector through = d.mul(o);
            through.fma(t.neg().fma(t, one), fromArray(SPECIES, dc, ci + j)).intoArray(dc, ci + j);
            through.mul(t).mul(one.sub(o)).intoArray(z, gate + j);
        }
    }

    /** The gradients of the other gates, and dc times the forget gate. */
    private static void inner(float[] z, int gates, float[] c, int ci, float[] dc, int di, int hidden) {
        FloatVector one = broadcast(SPECIES, 1);
        for (int j = 0; j < hidden; j += LANES) {
            FloatVector i = fromArray(SPECIES, z, gates + j);
            FloatVector f = fromArray(SPECIES, z, gates + hidden + j);
            FloatVector g = fromArray(SPECIES, z, gates + 2 * hidden + j);
            FloatVector d = fromArray(SPECIES, dc, di + j);
            FloatVector throughInput = d.mul(i);
            FloatVector throughForget = d.mul(f);
            throughInput.mul(g).mul(one.sub(i)).intoArray(z, gates + j);
            throughForget.mul(fromArray(SPECIES, c, ci + j)).mul(one.sub(f)).intoArray(z, gates + hidden + j);
            throughInput.mul(g.neg().fma(g, one)).intoArray(z, gates + 2 * hidden + j);
            throughForget.intoArray(dc, di + j);
        }
    }
}
