package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;

import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.vector.Lanes;
import java.util.Arrays;

/**
 * Maximum over windows and ReLU, in this order, which gives the same as the other and touches fewer elements. Without
 * pooling the window is one element. What it remembers between the passes is a code for each result, see {@link Strips}.
 */
final class Pooling {
    private final ConvUnit unit;
    private final int pitch;
    /** Distance between two pixels of the convolution's output. */
    private final int covered;

    private final float floor;
    /** Whether the backward pass writes the same elements every time and none of them twice. */
    private final boolean overwrites;

    private final float[] codes;

    Pooling(ConvUnit unit, int maxBatch, Storage<float[]> storage) {
        this.unit = unit;
        pitch = Lanes.roundUp(unit.conv().filters());
        covered = Tile.covered(unit.conv().filters());
        floor = unit.relu() ? 0 : Float.NEGATIVE_INFINITY;
        overwrites = unit.pool() == 2 && unit.poolStride() >= 2;
        codes = storage.allocate(Math.multiplyExact(maxBatch, unit.outPixels() * pitch));
    }

    /**
     * Pools one image.
     *
     * @param n its number in the batch
     * @param y [pixels, covered filters], what the convolution gave
     * @param to where the result goes, as its image {@code slot}
     */
    void forward(int n, float[] y, Images to, int slot) {
        for (int row = 0; row < unit.outHeight(); row++) {
            for (int channel = 0; channel < pitch; channel += LANES) {
                int from = row * unit.poolStride() * unit.conv().outWidth() * covered + channel;
                strip(y, from, to.data, to.row(slot, row) + channel, to.pitch, code(n, row, channel));
            }
        }
    }

    private void strip(float[] y, int from, float[] best, int bi, int bStep, int code) {
        int count = unit.outWidth();
        int step = unit.poolStride() * covered;
        int below = unit.conv().outWidth() * covered;
        if (unit.pool() == 2) {
            Strips.square(floor, y, from, step, covered, below, best, bi, bStep, codes, code, pitch, count);
            return;
        }
        Strips.begin(floor, y, from, step, best, bi, bStep, codes, code, pitch, count);
        for (int i = 1; i < unit.pool() * unit.pool(); i++) {
            int at = from + i / unit.pool() * below + i % unit.pool() * covered;
            Strips.challenge(i, y, at, step, best, bi, bStep, codes, code, pitch, count);
        }
    }

    private int code(int n, int row, int channel) {
        return (n * unit.outHeight() + row) * unit.outWidth() * pitch + channel;
    }

    /**
     * Adds one image's gradients to that of the bias, and writes those of the convolution's output.
     *
     * @param dy gradient of what {@link #forward} gave, image 0
     * @param delta its image 0 gets the gradients, {@code stride} pixels and rows apart; zero elsewhere
     * @param bias [pitch]
     */
    void backward(int n, Images dy, Images delta, int stride, float[] bias) {
        if (!overwrites) {
            Arrays.fill(delta.data, 0);
        }
        for (int row = 0; row < unit.outHeight(); row++) {
            int to = delta.row(0, row * unit.poolStride() * stride);
            for (int channel = 0; channel < pitch; channel += LANES) {
                int code = code(n, row, channel);
                int from = dy.row(0, row) + channel;
                Strips.addPassed(codes, code, pitch, dy.data, from, dy.pitch, bias, channel, unit.outWidth());
                spread(code, dy, from, delta, to + channel, stride);
            }
        }
    }

    private void spread(int code, Images dy, int from, Images delta, int corner, int stride) {
        int right = stride * pitch;
        int below = right * delta.rowPixels;
        int step = unit.poolStride() * right;
        int count = unit.outWidth();
        if (overwrites) {
            Strips.spreadSquare(
                    codes, code, pitch, dy.data, from, dy.pitch, delta.data, corner, step, right, below, count);
            return;
        }
        for (int i = 0; i < unit.pool() * unit.pool(); i++) {
            int to = corner + i / unit.pool() * below + i % unit.pool() * right;
            Strips.spread(i, codes, code, pitch, dy.data, from, dy.pitch, delta.data, to, step, count);
        }
    }
}
