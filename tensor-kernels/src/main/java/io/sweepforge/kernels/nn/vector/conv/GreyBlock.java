package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.vector.Lanes;
import java.util.Arrays;

/**
 * A network's first layer on grey images: a convolution of 3×3 with the maximum over 2×2, in one pass. What the convolution
 * itself gives, and its gradient, are never in memory.
 */
final class GreyBlock implements Block {
    private static final int EDGE = 3;
    private static final int TAPS = EDGE * EDGE;
    private static final int WINDOW = 2;

    private final ConvUnit unit;
    private final int filters;
    private final int pitch;
    private final float floor;
    private final Images input;
    private final Images resultGradient;
    private final float[] codes;
    /** Weights [taps, pitch]. */
    private final float[] weights;

    private final float[] bias;
    private final float[] sums;
    private final float[] biasGradient;

    GreyBlock(ConvUnit unit, int maxBatch, Storage<float[]> storage) {
        ConvGeometry g = unit.conv();
        this.unit = unit;
        filters = g.filters();
        pitch = Lanes.roundUp(filters);
        floor = unit.relu() ? 0 : Float.NEGATIVE_INFINITY;
        int frame = 2 * g.padding();
        input = new Images(
                maxBatch, g.height(), g.width(), g.padding(), g.height() + frame, g.width() + frame, 1, 0, storage);
        resultGradient = Images.ofResultGradient(unit, storage);
        codes = storage.allocate(Math.multiplyExact(maxBatch, unit.outPixels() * pitch));
        weights = storage.allocate(TAPS * pitch);
        bias = storage.allocate(pitch);
        sums = storage.allocate(TAPS * pitch);
        biasGradient = storage.allocate(pitch);
    }

    @Override
    public Images input() {
        return input;
    }

    @Override
    public Images resultGradient() {
        return resultGradient;
    }

    @Override
    public void beginForward(float[] flat) {
        for (int tap = 0; tap < TAPS; tap++) {
            System.arraycopy(flat, unit.offset() + tap * filters, weights, tap * pitch, filters);
        }
        System.arraycopy(flat, unit.bias(), bias, 0, filters);
    }

    @Override
    public void forward(int n, Images result, int slot) {
        for (int row = 0; row < unit.outHeight(); row++) {
            for (int filter = 0; filter < pitch; filter += LANES) {
                PooledStencil.forward(
                        unit.outWidth(),
                        input.data,
                        firstTap(n, row),
                        input.rowPixels,
                        weights,
                        filter,
                        pitch,
                        bias,
                        filter,
                        floor,
                        result.data,
                        result.row(slot, row) + filter,
                        result.pitch,
                        codes,
                        code(n, row) + filter,
                        pitch);
            }
        }
    }

    private int firstTap(int n, int row) {
        return input.frame(n) + WINDOW * row * input.rowPixels;
    }

    private int code(int n, int row) {
        return (n * unit.outHeight() + row) * unit.outWidth() * pitch;
    }

    @Override
    public void beginBackward(float[] flat, boolean needsInputGradient) {
        Arrays.fill(sums, 0);
        Arrays.fill(biasGradient, 0);
    }

    @Override
    public void backward(int n) {
        Images dy = resultGradient;
        for (int row = 0; row < unit.outHeight(); row++) {
            for (int filter = 0; filter < pitch; filter += LANES) {
                int code = code(n, row) + filter;
                int from = dy.row(0, row) + filter;
                Strips.addPassed(codes, code, pitch, dy.data, from, dy.pitch, biasGradient, filter, unit.outWidth());
                weightGradient(n, row, filter, code, from);
            }
        }
    }

    private void weightGradient(int n, int row, int filter, int code, int from) {
        Images dy = resultGradient;
        for (int tap = 0; tap < TAPS; tap += EDGE) {
            PooledStencil.backward(
                    unit.outWidth(),
                    input.data,
                    firstTap(n, row) + tap / EDGE * input.rowPixels,
                    input.rowPixels,
                    codes,
                    code,
                    pitch,
                    dy.data,
                    from,
                    dy.pitch,
                    sums,
                    tap * pitch + filter,
                    pitch);
        }
    }

    @Override
    public void inputGradient(float[] to) {
        throw new UnsupportedOperationException("nothing below a network's first weights needs a gradient");
    }

    @Override
    public void endBackward(float[] gradients) {
        for (int tap = 0; tap < TAPS; tap++) {
            System.arraycopy(sums, tap * pitch, gradients, unit.offset() + tap * filters, filters);
        }
        System.arraycopy(biasGradient, 0, gradients, unit.bias(), filters);
    }
}
