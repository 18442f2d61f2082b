package io.sweepforge.kernels.nn.cudnn;

import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.emulated.EmulatedStream;
import io.sweepforge.kernels.nn.engine.ConvGeometry;
import java.nio.FloatBuffer;

/** A convolution over NCHW images and [K, C, k, k] filters, one product after the other. */
final class LoopConvolution implements DnnConvolution {
    private static final long WORKSPACE = 1000;

    private final EmulatedGpu gpu;
    private final EmulatedStream stream;
    private final ConvGeometry g;

    LoopConvolution(EmulatedGpu gpu, EmulatedStream stream, ConvGeometry geometry) {
        this.gpu = gpu;
        this.stream = stream;
        this.g = geometry;
    }

    /** What to do with an output, a position in x and a position in the filters that belong together. */
    private interface Visitor {
        void visit(int out, int in, int weight);
    }

    private void visit(int batch, Visitor visitor) {
        for (int out = 0; out < batch * g.outputSize(); out++) {
            for (int tap = 0; tap < g.patchSize(); tap++) {
                int area = g.kernel() * g.kernel();
                int row = out / g.outWidth() % g.outHeight() * g.stride() + tap / g.kernel() % g.kernel() - g.padding();
                int column = out % g.outWidth() * g.stride() + tap % g.kernel() - g.padding();
                if (row >= 0 && row < g.height() && column >= 0 && column < g.width()) {
                    int plane = out / g.outputSize() * g.channels() + tap / area;
                    visitor.visit(
                            out, (plane * g.height() + row) * g.width() + column, filter(out) * g.patchSize() + tap);
                }
            }
        }
    }

    private int filter(int out) {
        return out / g.pixels() % g.filters();
    }

    private FloatBuffer images(long address, int batch) {
        return gpu.floats(address, batch * g.imageSize());
    }

    private FloatBuffer outputs(long address, int batch) {
        return gpu.floats(address, batch * g.outputSize());
    }

    private FloatBuffer filters(long address) {
        return gpu.floats(address, g.filters() * g.patchSize());
    }

    @Override
    public long workspaceBytes() {
        return WORKSPACE;
    }

    @Override
    public void forward(int batch, long x, long filters, long bias, long y, long workspace) {
        FloatBuffer from = images(x, batch);
        FloatBuffer weights = filters(filters);
        FloatBuffer biases = gpu.floats(bias, g.filters());
        FloatBuffer to = outputs(y, batch);
        stream.enqueue(() -> {
            double[] sums = new double[to.capacity()];
            visit(batch, (out, in, weight) -> sums[out] += (double) from.get(in) * weights.get(weight));
            for (int out = 0; out < sums.length; out++) {
                to.put(out, (float) (sums[out] + biases.get(filter(out))));
            }
        });
    }

    @Override
    public void backwardParameters(int batch, long x, long dy, long filterGradient, long biasGradient, long workspace) {
        FloatBuffer from = images(x, batch);
        FloatBuffer gradient = outputs(dy, batch);
        FloatBuffer weights = filters(filterGradient);
        FloatBuffer biases = gpu.floats(biasGradient, g.filters());
        stream.enqueue(() -> {
            double[] sums = new double[weights.capacity()];
            visit(batch, (out, in, weight) -> sums[weight] += (double) from.get(in) * gradient.get(out));
            put(sums, weights);
            double[] totals = new double[g.filters()];
            for (int out = 0; out < gradient.capacity(); out++) {
                totals[filter(out)] += gradient.get(out);
            }
            put(totals, biases);
        });
    }

    @Override
    public void backwardInput(int batch, long filters, long dy, long dx, long workspace) {
        FloatBuffer weights = filters(filters);
        FloatBuffer gradient = outputs(dy, batch);
        FloatBuffer to = images(dx, batch);
        stream.enqueue(() -> {
            double[] sums = new double[to.capacity()];
            visit(batch, (out, in, weight) -> sums[in] += (double) weights.get(weight) * gradient.get(out));
            put(sums, to);
        });
    }

    private static void put(double[] sums, FloatBuffer to) {
        for (int i = 0; i < sums.length; i++) {
            to.put(i, (float) sums[i]);
        }
    }

    @Override
    public void close() {}
}
