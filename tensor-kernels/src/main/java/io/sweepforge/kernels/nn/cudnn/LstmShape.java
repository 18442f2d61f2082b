package io.sweepforge.kernels.nn.cudnn;

/**
 * The sizes of an LSTM level.
 *
 * @param steps T
 * @param inputs I, features of a step
 * @param hidden H
 * @param directions 1, or 2 when bidirectional
 */
public record LstmShape(int steps, int inputs, int hidden, int directions) {
    /** Features of a step of the output: each direction's hidden units, forward first. */
    public int outputs() {
        return directions * hidden;
    }
}
