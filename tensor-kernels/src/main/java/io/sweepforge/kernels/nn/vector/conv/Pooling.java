package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;

import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.vector.Lanes;

/**
 * Maximum over windows and ReLU, in this order, which gives the same as the other and touches fewer elements. Without
 * pooling the window is one element. What it remembers between the passes is a code for each result, see {@link Strips}.
 */
final class Pooling {
    private final ConvUnit unit;
    private final int pitch;
    /** Distance between two pixels of the convolution's output. */
    private final int covered;

    private final float[] codes;

    Pooling(ConvUnit unit, int maxBatch, Storage<float[]> storage) {
        this.unit = unit;
        pitch = Lanes.roundUp(unit.conv().filters());
        covered = Tile.covered(unit.conv().filters());
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
        Strips.begin(y, from, step, best, bi, bStep, codes, code, pitch, count);
        for (int i = 1; i < unit.pool() * unit.pool(); i++) {
            int at = from + (i / unit.pool() * unit.conv().outWidth() + i % unit.pool()) * covered;
            Strips.challenge(i, y, at, step, best, bi, bStep, codes, code, pitch, count);
        }
        if (unit.relu()) {
            Strips.rectify(best, bi, bStep, codes, code, pitch, count);
        }
    }

    private int code(int n, int row, int channel) {
        return (n * unit.outHeight() + row) * unit.outWidth() * pitch + channel;
    }

    /**
     * Adds one image's gradients to those of the convolution's output and of its bias.
     *
     * @param dy gradient of what {@link #forward} gave, image 0
     * @param delta [.., pitch], the output's pixels {@code pixelStep} and {@code rowStep} apart from {@code at} on
     * @param bias [pitch]
     */
    void backward(int n, Images dy, float[] delta, int at, int rowStep, int pixelStep, float[] bias) {
        int count = unit.outWidth();
        for (int row = 0; row < unit.outHeight(); row++) {
            for (int channel = 0; channel < pitch; channel += LANES) {
                int code = code(n, row, channel);
                int from = dy.row(0, row) + channel;
                Strips.addPassed(codes, code, pitch, dy.data, from, dy.pitch, bias, channel, count);
                int corner = at + row * unit.poolStride() * rowStep + channel;
                for (int i = 0; i < unit.pool() * unit.pool(); i++) {
                    int to = corner + i / unit.pool() * rowStep + i % unit.pool() * pixelStep;
                    int step = unit.poolStride() * pixelStep;
                    Strips.spread(i, codes, code, pitch, dy.data, from, dy.pitch, delta, to, step, count);
                }
            }
        }
    }
}
