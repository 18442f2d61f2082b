package io.sweepforge.kernels.nn.cudnn;

import static io.sweepforge.kernels.nn.cudnn.DnnLstm.GATES;

import java.nio.FloatBuffer;

/**
 * One sequence through one direction of an LSTM level.
 *
 * @param x [T, I]
 * @param y [T, D H]
 * @param reserve [T, 5, H]: the gates and the cell of each step
 */
record LoopLstmRow(
        LoopLstm lstm,
        LstmShape shape,
        int direction,
        FloatBuffer x,
        FloatBuffer y,
        FloatBuffer weights,
        FloatBuffer reserve) {
    private static final int KEPT = GATES + 1;

    static int kept(LstmShape shape) {
        return shape.steps() * KEPT * shape.hidden();
    }

    /** Time runs backwards in the second direction. */
    private int time(int step) {
        return direction == 0 ? step : shape.steps() - 1 - step;
    }

    private int output(int step) {
        return time(step) * shape.outputs() + direction * shape.hidden();
    }

    void forward(boolean training) {
        int h = shape.hidden();
        double[] before = new double[h];
        double[] cells = new double[h];
        for (int step = 0; step < shape.steps(); step++) {
            double[] now = new double[h];
            for (int j = 0; j < h; j++) {
                double[] gates = new double[GATES];
                for (int gate = 0; gate < GATES; gate++) {
                    double z = preactivation(step, gate, j, before);
                    gates[gate] = gate == 2 ? Math.tanh(z) : 1 / (1 + Math.exp(-z));
                }
                cells[j] = gates[1] * cells[j] + gates[0] * gates[2];
                now[j] = gates[3] * Math.tanh(cells[j]);
                y.put(output(step) + j, (float) now[j]);
                if (training) {
                    keep(step, j, gates, cells[j]);
                }
            }
            before = now;
        }
    }

    private double preactivation(int step, int gate, int j, double[] before) {
        double z = weights.get(lstm.bias(direction, gate) + j);
        int input = lstm.matrix(direction, gate) + j * shape.inputs();
        for (int i = 0; i < shape.inputs(); i++) {
            z += (double) weights.get(input + i) * x.get(time(step) * shape.inputs() + i);
        }
        int recurrent = lstm.matrix(direction, GATES + gate) + j * shape.hidden();
        for (int k = 0; k < shape.hidden(); k++) {
            z += weights.get(recurrent + k) * before[k];
        }
        return z;
    }

    private void keep(int step, int j, double[] gates, double cell) {
        for (int gate = 0; gate < GATES; gate++) {
            reserve.put((step * KEPT + gate) * shape.hidden() + j, (float) gates[gate]);
        }
        reserve.put((step * KEPT + GATES) * shape.hidden() + j, (float) cell);
    }

    private double kept(int step, int what, int j) {
        return step < 0 ? 0 : reserve.get((step * KEPT + what) * shape.hidden() + j);
    }

    /** Adds to {@code sums}, laid out as the weight space; the second direction adds to dx what the first has written. */
    void backward(FloatBuffer dy, FloatBuffer dx, double[] sums) {
        int h = shape.hidden();
        double[] dh = new double[h];
        double[] dc = new double[h];
        for (int step = shape.steps() - 1; step >= 0; step--) {
            double[][] dz = new double[GATES][h];
            for (int j = 0; j < h; j++) {
                dh[j] += dy.get(output(step) + j);
                cell(step, j, dh[j], dc, dz);
            }
            spreadRecurrent(step, dz, dh, sums);
            spreadInput(step, dz, dx, sums);
        }
    }

    private void cell(int step, int j, double dh, double[] dc, double[][] dz) {
        double i = kept(step, 0, j);
        double f = kept(step, 1, j);
        double g = kept(step, 2, j);
        double o = kept(step, 3, j);
        double tanh = Math.tanh(kept(step, GATES, j));
        double d = dc[j] + dh * o * (1 - tanh * tanh);
        dz[0][j] = d * g * i * (1 - i);
        dz[1][j] = d * kept(step - 1, GATES, j) * f * (1 - f);
        dz[2][j] = d * i * (1 - g * g);
        dz[3][j] = dh * tanh * o * (1 - o);
        dc[j] = d * f;
    }

    private void spreadRecurrent(int step, double[][] dz, double[] dh, double[] sums) {
        for (int k = 0; k < shape.hidden(); k++) {
            dh[k] = 0;
            for (int gate = 0; gate < GATES; gate++) {
                int matrix = lstm.matrix(direction, GATES + gate);
                for (int j = 0; j < shape.hidden(); j++) {
                    int weight = matrix + j * shape.hidden() + k;
                    dh[k] += dz[gate][j] * weights.get(weight);
                    sums[weight] += step == 0 ? 0 : dz[gate][j] * y.get(output(step - 1) + k);
                }
            }
        }
    }

    private void spreadInput(int step, double[][] dz, FloatBuffer dx, double[] sums) {
        for (int i = 0; i < shape.inputs(); i++) {
            int at = time(step) * shape.inputs() + i;
            double sum = direction == 0 ? 0 : dx.get(at);
            for (int gate = 0; gate < GATES; gate++) {
                for (int j = 0; j < shape.hidden(); j++) {
                    int weight = lstm.matrix(direction, gate) + j * shape.inputs() + i;
                    sum += dz[gate][j] * weights.get(weight);
                    sums[weight] += dz[gate][j] * x.get(at);
                }
            }
            dx.put(at, (float) sum);
        }
        for (int gate = 0; gate < GATES; gate++) {
            for (int j = 0; j < shape.hidden(); j++) {
                sums[lstm.bias(direction, gate) + j] += dz[gate][j];
            }
        }
    }
}
