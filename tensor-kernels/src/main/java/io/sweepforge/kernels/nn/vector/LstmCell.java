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
     * The forward step of {@code rows} rows.
     *
     * @param z gates from {@code zi}, [rows, 4H]: preactivations become activations
     * @param c cells: [rows, H] of the step before at {@code before}, overwritten for this step at {@code now}
     * @param tanh [rows, H] at {@code before}, overwritten with tanh c
     * @param h outputs [rows, H] at {@code now}, overwritten
     */
    static void forward(
            float[] z, int zi, float[] c, float[] tanh, float[] h, int before, int now, int rows, int hidden) {
        for (int row = 0; row < rows; row++) {
            int gates = zi + row * 4 * hidden;
            int state = row * hidden;
            Sigmoid.sigmoid(z, gates, z, gates, 2 * hidden);
            Sigmoid.tanh(z, gates + 2 * hidden, z, gates + 2 * hidden, hidden);
            Sigmoid.sigmoid(z, gates + 3 * hidden, z, gates + 3 * hidden, hidden);
            cells(z, gates, c, before + state, now + state, hidden);
            Sigmoid.tanh(c, now + state, tanh, before + state, hidden);
            outputs(z, gates + 3 * hidden, tanh, before + state, h, now + state, hidden);
        }
    }

    private static void cells(float[] z, int gates, float[] c, int before, int now, int hidden) {
        for (int j = 0; j < hidden; j += LANES) {
            FloatVector kept = fromArray(SPECIES, z, gates + hidden + j).mul(fromArray(SPECIES, c, before + j));
            fromArray(SPECIES, z, gates + j)
                    .fma(fromArray(SPECIES, z, gates + 2 * hidden + j), kept)
                    .intoArray(c, now + j);
        }
    }

    private static void outputs(float[] z, int output, float[] tanh, int ti, float[] h, int now, int hidden) {
        for (int j = 0; j < hidden; j += LANES) {
            fromArray(SPECIES, z, output + j)
                    .mul(fromArray(SPECIES, tanh, ti + j))
                    .intoArray(h, now + j);
        }
    }

    /**
     * The backward step of {@code rows} rows.
     *
     * @param z gates from {@code zi}, [rows, 4H]: activations become gradients of the preactivations
     * @param c cells of the step before, [rows, H] at {@code before}
     * @param tanh of this step's cells, [rows, H] at {@code before}
     * @param dh gradient of this step's output, [rows, H], read
     * @param dc gradient of this step's cells from later steps, [rows, H], becomes that of the step before
     */
    static void backward(
            float[] z, int zi, float[] c, float[] tanh, int before, float[] dh, float[] dc, int rows, int hidden) {
        for (int row = 0; row < rows; row++) {
            int gates = zi + row * 4 * hidden;
            int state = row * hidden;
            for (int j = 0; j < hidden; j += LANES) {
                output(z, gates + 3 * hidden + j, tanh, before + state + j, dh, dc, state + j);
                inner(z, gates + j, c, before + state + j, dc, state + j, hidden);
            }
        }
    }

    /** The output gate's gradient, and dc += dh o (1 - tanh²). */
    private static void output(float[] z, int gate, float[] tanh, int ti, float[] dh, float[] dc, int di) {
        FloatVector one = broadcast(SPECIES, 1);
        FloatVector o = fromArray(SPECIES, z, gate);
        FloatVector t = fromArray(SPECIES, tanh, ti);
        FloatVector d = fromArray(SPECIES, dh, di);
        FloatVector through = d.mul(o);
        through.fma(t.neg().fma(t, one), fromArray(SPECIES, dc, di)).intoArray(dc, di);
        through.mul(t).mul(one.sub(o)).intoArray(z, gate);
    }

    /** The gradients of the other gates, and dc times the forget gate. */
    private static void inner(float[] z, int gate, float[] c, int ci, float[] dc, int di, int hidden) {
        FloatVector one = broadcast(SPECIES, 1);
        FloatVector i = fromArray(SPECIES, z, gate);
        FloatVector f = fromArray(SPECIES, z, gate + hidden);
        FloatVector g = fromArray(SPECIES, z, gate + 2 * hidden);
        FloatVector d = fromArray(SPECIES, dc, di);
        FloatVector throughInput = d.mul(i);
        FloatVector throughForget = d.mul(f);
        throughInput.mul(g).mul(one.sub(i)).intoArray(z, gate);
        throughForget.mul(fromArray(SPECIES, c, ci)).mul(one.sub(f)).intoArray(z, gate + hidden);
        throughInput.mul(g.neg().fma(g, one)).intoArray(z, gate + 2 * hidden);
        throughForget.intoArray(dc, di);
    }
}
