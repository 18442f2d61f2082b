package io.sweepforge.kernels.nn.vector;

/**
 * The parameters of one LSTM direction with every gate padded to whole vectors by zeros, so that loops over gates have no
 * remainder. Padded units stay exactly 0 forward and backward.
 */
final class LstmWeights {
    final float[] input;
    final float[] recurrent;
    final float[] bias;
    private final int inputs;
    private final int hidden;
    private final int padded;
    private final int offset;

    /** @param offset of the direction's U [I, 4H], R [H, 4H], b [4H] in the flat parameters */
    LstmWeights(int inputs, int hidden, int offset, FloatStorage storage) {
        this.inputs = inputs;
        this.hidden = hidden;
        this.padded = Lanes.padded(hidden);
        this.offset = offset;
        input = storage.allocate(inputs * 4 * padded);
        recurrent = storage.allocate(padded * 4 * padded);
        bias = storage.allocate(4 * padded);
    }

    void readFrom(float[] flat) {
        pack(flat, offset, input, inputs);
        pack(flat, recurrentOffset(), recurrent, hidden);
        pack(flat, biasOffset(), bias, 1);
    }

    void writeTo(float[] flat) {
        unpack(input, flat, offset, inputs);
        unpack(recurrent, flat, recurrentOffset(), hidden);
        unpack(bias, flat, biasOffset(), 1);
    }

    private int recurrentOffset() {
        return offset + inputs * 4 * hidden;
    }

    private int biasOffset() {
        return recurrentOffset() + hidden * 4 * hidden;
    }

    private void pack(float[] flat, int from, float[] to, int rows) {
        for (int gate = 0; gate < 4 * rows; gate++) {
            System.arraycopy(flat, from + gate * hidden, to, gate * padded, hidden);
        }
    }

    private void unpack(float[] from, float[] flat, int to, int rows) {
        for (int gate = 0; gate < 4 * rows; gate++) {
            System.arraycopy(from, gate * padded, flat, to + gate * hidden, hidden);
        }
    }
}
