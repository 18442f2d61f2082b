package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.nn.Stage;

/**
 * Where an LSTM's flat parameters, for each direction U [I, 4H], R [H, 4H] and b [4H], lie in cuDNN's weight space. Both
 * have the gates in the same order.
 */
final class LstmParameters {
    private final LstmShape shape;
    private final DnnLstm dnn;
    private final long area;
    private final ParameterSpace space;

    private LstmParameters(LstmShape shape, DnnLstm dnn, long area, ParameterSpace space) {
        this.shape = shape;
        this.dnn = dnn;
        this.area = area;
        this.space = space;
    }

    static void place(Stage stage, LstmShape shape, DnnLstm dnn, long area, ParameterSpace space) {
        LstmParameters parameters = new LstmParameters(shape, dnn, area, space);
        int width = DnnLstm.GATES * shape.hidden();
        int first = stage.parameterOffset();
        for (int direction = 0; direction < shape.directions(); direction++) {
            first = parameters.matrices(direction, 0, shape.inputs(), first);
            first = parameters.matrices(direction, DnnLstm.GATES, shape.hidden(), first);
            parameters.biases(direction, first);
            first += width;
        }
    }

    /** Flat [columns, 4H] are four matrices [H, columns]; the flat position after them. */
    private int matrices(int direction, int matrix, int columns, int first) {
        int hidden = shape.hidden();
        for (int gate = 0; gate < DnnLstm.GATES; gate++) {
            long begin = area + dnn.matrixOffset(direction, matrix + gate);
            for (int column = 0; column < columns; column++) {
                for (int unit = 0; unit < hidden; unit++) {
                    int flat = first + (column * DnnLstm.GATES + gate) * hidden + unit;
                    space.place(flat, begin + ((long) unit * columns + column) * Float.BYTES);
                }
            }
        }
        return first + columns * DnnLstm.GATES * hidden;
    }

    private void biases(int direction, int first) {
        for (int gate = 0; gate < DnnLstm.GATES; gate++) {
            space.placeAll(first + gate * shape.hidden(), shape.hidden(), area + dnn.biasOffset(direction, gate));
        }
    }
}
