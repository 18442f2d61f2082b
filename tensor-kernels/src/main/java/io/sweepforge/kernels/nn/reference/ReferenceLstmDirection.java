package io.sweepforge.kernels.nn.reference;

import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Stage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One direction of an LSTM level. Flat parameters: U [I, 4H], R [H, 4H], b [4H]; gates in the order input, forget,
 * candidate, output. With h and c zero before the first step,
 *
 * <pre>
 * z = x U + h' R + b          (z = [zi, zf, zg, zo], h' and c' of the step before)
 * i = sigmoid(zi)  f = sigmoid(zf)  g = tanh(zg)  o = sigmoid(zo)
 * c = f c' + i g              h = o tanh(c)
 * </pre>
 */
final class ReferenceLstmDirection {
    private final int steps;
    private final int inputs;
    private final int hidden;
    private final int width;
    private final int column;
    private final boolean backwards;
    private final boolean sequence;
    private final int recurrent;
    private final int bias;
    private final int offset;
    private final double[] gates;
    private final double[] cells;
    private final double[] outputs;
    private final double[] dh;
    private final double[] dc;

    ReferenceLstmDirection(Stage stage, LayerSpec.Lstm lstm, int direction, int maxBatch, DoubleStorage storage) {
        steps = stage.input().get(0);
        inputs = stage.input().get(1);
        hidden = lstm.hidden();
        width = lstm.directions() * hidden;
        column = direction * hidden;
        backwards = direction == 1;
        sequence = lstm.returnSequence();
        offset = stage.parameterOffset() + direction * stage.parameterCount() / lstm.directions();
        recurrent = offset + inputs * 4 * hidden;
        bias = recurrent + hidden * 4 * hidden;
        gates = storage.allocate(maxBatch * steps * 4 * hidden);
        cells = storage.allocate(maxBatch * steps * hidden);
        outputs = storage.allocate(maxBatch * steps * hidden);
        dh = storage.allocate(hidden);
        dc = storage.allocate(hidden);
    }

    void forward(double[] weights, double[] x, double[] y, int batch) {
        for (int n = 0; n < batch; n++) {
            for (int s = 0; s < steps; s++) {
                for (int j = 0; j < hidden; j++) {
                    cell(weights, x, n, s, j);
                }
                if (sequence || s == steps - 1) {
                    System.arraycopy(outputs, state(n, s), y, target(n, s), hidden);
                }
            }
        }
    }

    private void cell(double[] weights, double[] x, int n, int s, int j) {
        double i = sigmoid(preactivation(weights, x, n, s, j));
        double f = sigmoid(preactivation(weights, x, n, s, hidden + j));
        double g = StrictMath.tanh(preactivation(weights, x, n, s, 2 * hidden + j));
        double o = sigmoid(preactivation(weights, x, n, s, 3 * hidden + j));
        int at = state(n, s) + j;
        cells[at] = i * g + (s == 0 ? 0 : f * cells[at - hidden]);
        outputs[at] = o * StrictMath.tanh(cells[at]);
        int gate = 4 * state(n, s) + j;
        gates[gate] = i;
        gates[gate + hidden] = f;
        gates[gate + 2 * hidden] = g;
        gates[gate + 3 * hidden] = o;
    }

    private double preactivation(double[] weights, double[] x, int n, int s, int gate) {
        double z = weights[bias + gate];
        for (int i = 0; i < inputs; i++) {
            z += x[source(n, s) + i] * weights[offset + i * 4 * hidden + gate];
        }
        for (int j = 0; s > 0 && j < hidden; j++) {
            z += outputs[state(n, s - 1) + j] * weights[recurrent + j * 4 * hidden + gate];
        }
        return z;
    }

    void backward(double[] weights, double[] x, double[] dy, int batch, double[] gradients, double @Nullable [] dx) {
        Arrays.fill(gradients, offset, bias + 4 * hidden, 0);
        for (int n = 0; n < batch; n++) {
            Arrays.fill(dh, 0);
            Arrays.fill(dc, 0);
            for (int s = steps - 1; s >= 0; s--) {
                for (int j = 0; j < hidden; j++) {
                    dh[j] += sequence || s == steps - 1 ? dy[target(n, s) + j] : 0;
                    cellGradient(n, s, j);
                }
                Arrays.fill(dh, 0);
                for (int gate = 0; gate < 4 * hidden; gate++) {
                    spread(weights, x, n, s, gate, gradients, dx);
                }
            }
        }
    }

    /** Replaces the gates of one cell by the gradients of their preactivations. */
    private void cellGradient(int n, int s, int j) {
        int at = state(n, s) + j;
        int gate = 4 * state(n, s) + j;
        double i = gates[gate];
        double f = gates[gate + hidden];
        double g = gates[gate + 2 * hidden];
        double o = gates[gate + 3 * hidden];
        double tanh = StrictMath.tanh(cells[at]);
        double d = dc[j] + dh[j] * o * (1 - tanh * tanh);
        gates[gate] = d * g * i * (1 - i);
        gates[gate + hidden] = s == 0 ? 0 : d * cells[at - hidden] * f * (1 - f);
        gates[gate + 2 * hidden] = d * i * (1 - g * g);
        gates[gate + 3 * hidden] = dh[j] * tanh * o * (1 - o);
        dc[j] = d * f;
    }

    /** Adds what the gradient of one preactivation means for parameters, input and the output of the step before. */
    private void spread(
            double[] weights, double[] x, int n, int s, int gate, double[] gradients, double @Nullable [] dx) {
        double dz = gates[4 * state(n, s) + gate];
        gradients[bias + gate] += dz;
        for (int i = 0; i < inputs; i++) {
            gradients[offset + i * 4 * hidden + gate] += dz * x[source(n, s) + i];
            if (dx != null) {
                dx[source(n, s) + i] += dz * weights[offset + i * 4 * hidden + gate];
            }
        }
        for (int j = 0; s > 0 && j < hidden; j++) {
            gradients[recurrent + j * 4 * hidden + gate] += dz * outputs[state(n, s - 1) + j];
            dh[j] += dz * weights[recurrent + j * 4 * hidden + gate];
        }
    }

    private int state(int n, int s) {
        return (n * steps + s) * hidden;
    }

    /** Time runs backwards in the second direction. */
    private int time(int s) {
        return backwards ? steps - 1 - s : s;
    }

    private int source(int n, int s) {
        return (n * steps + time(s)) * inputs;
    }

    private int target(int n, int s) {
        return (sequence ? n * steps + time(s) : n) * width + column;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }
}
