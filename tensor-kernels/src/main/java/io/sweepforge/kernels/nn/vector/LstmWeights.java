package io.sweepforge.kernels.nn.vector;

/**
 * The parameters of one LSTM direction as one matrix [H + I + 1, 4H] for rows [h, x, 1]: recurrent weights, input weights,
 * bias. H is padded by zeros, so that loops over gates have no remainder; padded units stay exactly 0 forward and backward.
 */
final class LstmWeights {
    private final float[] matrix;
    private final int inputs;
    private final int hidden;
    private final int padded;
    private final int offset;

    /** @param offset of the direction's U [I, 4H], R [H, 4H], b [4H] in the flat parameters */
    LstmWeights(int inputs, int hidden, int offset, VectorStorage storage) {
        this.inputs = inputs;
        this.hidden = hidden;
        this.padded = Lanes.padded(hidden);
        this.offset = offset;
        matrix = storage.allocate(Math.multiplyExact(rows(), columns()));
    }

    int rows() {
        return padded + inputs + 1;
    }

    int columns() {
        return 4 * padded;
    }

    float[] matrix() {
        return matrix;
    }

    void readFrom(float[] flat) {
        int from = copyIn(flat, offset, padded, inputs);
        from = copyIn(flat, from, 0, hidden);
        copyIn(flat, from, padded + inputs, 1);
    }

    /** Copies {@code count} rows of the flat parameters to rows from {@code row} on; where the next begin. */
    private int copyIn(float[] flat, int from, int row, int count) {
        for (int gate = 0; gate < 4 * count; gate++) {
            System.arraycopy(flat, from + gate * hidden, matrix, (4 * row + gate) * padded, hidden);
        }
        return from + 4 * count * hidden;
    }

    /** Doubles the candidate's columns: tanh x = 2 sigmoid(2x) - 1, so that one function does for all gates. */
    void doubleCandidate() {
        for (int row = 0; row < rows(); row++) {
            for (int j = (4 * row + 2) * padded; j < (4 * row + 3) * padded; j++) {
                matrix[j] *= 2;
            }
        }
    }

    void writeTo(float[] flat) {
        int to = copyOut(flat, offset, padded, inputs);
        to = copyOut(flat, to, 0, hidden);
        copyOut(flat, to, padded + inputs, 1);
    }

    private int copyOut(float[] flat, int to, int row, int count) {
        for (int gate = 0; gate < 4 * count; gate++) {
            System.arraycopy(matrix, (4 * row + gate) * padded, flat, to + gate * hidden, hidden);
        }
        return to + 4 * count * hidden;
    }
}
