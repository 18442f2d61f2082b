package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.emulated.EmulatedStream;
import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import java.nio.FloatBuffer;

/** Stands in for cuDNN on an emulated GPU: plain loops in double precision over the layouts that cuDNN documents. */
public final class LoopDnn implements Dnn {
    private final EmulatedGpu gpu;
    private final EmulatedStream stream;

    public LoopDnn(EmulatedGpu gpu, EmulatedStream stream) {
        this.gpu = gpu;
        this.stream = stream;
    }

    @Override
    public DnnLstm lstm(LstmShape shape, int maxBatch) {
        return new LoopLstm(gpu, stream, shape, maxBatch);
    }

    @Override
    public DnnConvolution convolution(ConvGeometry geometry, int maxBatch) {
        return new LoopConvolution(gpu, stream, geometry);
    }

    @Override
    public void activate(Function function, int count, long x, long y) {
        FloatBuffer from = gpu.floats(x, count);
        FloatBuffer to = gpu.floats(y, count);
        stream.enqueue(() -> {
            for (int i = 0; i < count; i++) {
                to.put(i, function == Function.RELU ? Math.max(0, from.get(i)) : (float) Math.tanh(from.get(i)));
            }
        });
    }

    @Override
    public void activateBackward(Function function, int count, long x, long y, long dy, long dx) {
        FloatBuffer out = gpu.floats(y, count);
        FloatBuffer gradient = gpu.floats(dy, count);
        FloatBuffer to = gpu.floats(dx, count);
        stream.enqueue(() -> {
            for (int i = 0; i < count; i++) {
                double value = out.get(i);
                double slope = function == Function.RELU ? (value > 0 ? 1 : 0) : 1 - value * value;
                to.put(i, (float) (gradient.get(i) * slope));
            }
        });
    }

    @Override
    public void logSoftmax(int rows, int classes, long x, long y) {
        FloatBuffer from = gpu.floats(x, rows * classes);
        FloatBuffer to = gpu.floats(y, rows * classes);
        stream.enqueue(() -> {
            for (int row = 0; row < rows * classes; row += classes) {
                double max = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < classes; k++) {
                    max = Math.max(max, from.get(row + k));
                }
                double sum = 0;
                for (int k = 0; k < classes; k++) {
                    sum += Math.exp(from.get(row + k) - max);
                }
                for (int k = 0; k < classes; k++) {
                    to.put(row + k, (float) (from.get(row + k) - max - Math.log(sum)));
                }
            }
        });
    }

    @Override
    public void logSoftmaxBackward(int rows, int classes, long y, long dy, long dx) {
        FloatBuffer out = gpu.floats(y, rows * classes);
        FloatBuffer gradient = gpu.floats(dy, rows * classes);
        FloatBuffer to = gpu.floats(dx, rows * classes);
        stream.enqueue(() -> {
            for (int row = 0; row < rows * classes; row += classes) {
                double sum = 0;
                for (int k = 0; k < classes; k++) {
                    sum += gradient.get(row + k);
                }
                for (int k = 0; k < classes; k++) {
                    to.put(row + k, (float) (gradient.get(row + k) - Math.exp(out.get(row + k)) * sum));
                }
            }
        });
    }

    @Override
    public void close() {}
}
