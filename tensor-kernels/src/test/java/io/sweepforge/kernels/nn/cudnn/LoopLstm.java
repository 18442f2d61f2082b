package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.emulated.EmulatedStream;
import java.nio.FloatBuffer;

/**
 * An LSTM level over [N, T, features] sequences. As in cuDNN, all matrices [H, columns] of the weight space come before all
 * biases, the recurrence reads what its forward pass left in the reserve, and gradients of weights are added.
 */
final class LoopLstm implements DnnLstm {
    private static final int GAP = 5;

    private final EmulatedGpu gpu;
    private final EmulatedStream stream;
    private final LstmShape shape;
    private final int maxBatch;

    LoopLstm(EmulatedGpu gpu, EmulatedStream stream, LstmShape shape, int maxBatch) {
        this.gpu = gpu;
        this.stream = stream;
        this.shape = shape;
        this.maxBatch = maxBatch;
    }

    /** Element at which a matrix begins. */
    int matrix(int direction, int matrix) {
        int h = shape.hidden();
        int input = Math.min(matrix, GATES) * h * shape.inputs();
        int recurrent = Math.max(0, matrix - GATES) * h * h;
        return direction * GATES * h * (shape.inputs() + h) + input + recurrent;
    }

    /** Element at which a bias begins. */
    int bias(int direction, int gate) {
        return matrix(shape.directions(), 0) + GAP + (direction * GATES + gate) * (shape.hidden() + 1);
    }

    private int weightCount() {
        return bias(shape.directions(), 0);
    }

    @Override
    public long weightBytes() {
        return (long) weightCount() * Float.BYTES;
    }

    @Override
    public long matrixOffset(int direction, int matrix) {
        return (long) matrix(direction, matrix) * Float.BYTES;
    }

    @Override
    public long biasOffset(int direction, int gate) {
        return (long) bias(direction, gate) * Float.BYTES;
    }

    @Override
    public long workspaceBytes() {
        return 0;
    }

    @Override
    public long reserveBytes() {
        return (long) LoopLstmRow.kept(shape) * shape.directions() * maxBatch * Float.BYTES;
    }

    private LoopLstmRow row(int direction, int n, long x, long y, Spaces spaces) {
        int kept = LoopLstmRow.kept(shape);
        long reserve = spaces.reserve() + (long) (direction * maxBatch + n) * kept * Float.BYTES;
        return new LoopLstmRow(
                this,
                shape,
                direction,
                gpu.floats(x + bytes(n, shape.inputs()), shape.steps() * shape.inputs()),
                gpu.floats(y + bytes(n, shape.outputs()), shape.steps() * shape.outputs()),
                gpu.floats(spaces.weights(), weightCount()),
                gpu.floats(reserve, kept));
    }

    private long bytes(int n, int features) {
        return (long) n * shape.steps() * features * Float.BYTES;
    }

    @Override
    public void forward(boolean training, int batch, long x, long y, Spaces spaces) {
        stream.enqueue(() -> {
            for (int i = 0; i < shape.directions() * batch; i++) {
                row(i / batch, i % batch, x, y, spaces).forward(training);
            }
        });
    }

    @Override
    public void backward(int batch, long x, long y, long dy, long dx, Spaces spaces) {
        stream.enqueue(() -> {
            double[] sums = new double[weightCount()];
            for (int i = 0; i < shape.directions() * batch; i++) {
                int n = i % batch;
                FloatBuffer gradient = gpu.floats(dy + bytes(n, shape.outputs()), shape.steps() * shape.outputs());
                FloatBuffer to = gpu.floats(dx + bytes(n, shape.inputs()), shape.steps() * shape.inputs());
                row(i / batch, n, x, y, spaces).backward(gradient, to, sums);
            }
            FloatBuffer gradients = gpu.floats(spaces.gradients(), sums.length);
            for (int i = 0; i < sums.length; i++) {
                gradients.put(i, (float) (gradients.get(i) + sums[i]));
            }
        });
    }

    @Override
    public void close() {}
}
