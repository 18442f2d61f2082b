package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import io.sweepforge.kernels.nn.engine.Storage;
import java.util.Arrays;

/**
 * Gradient of a convolution's weights: for each tap the product of the input, moved by the tap, with the output's gradient,
 * which lies in rows as long as the input's, with zeros between them.
 */
final class WeightGradient {
    /** Pixels summed at once: a strip of two vectors takes 16 KiB of the first-level cache. */
    private static final int SLICE = 256;

    private final int filters;
    private final int taps;
    private final int[] starts;
    private final float[] sums;
    private final float[] packed;
    private final int covered;
    private final int width;
    private final int rows;

    /** @param input how the planes of the input lie */
    WeightGradient(ConvGeometry g, Images input, Storage<float[]> storage) {
        filters = g.filters();
        taps = g.patchSize();
        covered = Tile.covered(filters);
        width = Tile.width(filters);
        rows = Tile.rows(filters);
        starts = storage.allocateInts(taps + rows);
        Arrays.setAll(starts, i -> {
            int tap = Math.min(i, taps - 1);
            int kernelRow = tap / g.kernel();
            return kernelRow / g.kernel() * input.pixels + kernelRow % g.kernel() * input.rowPixels + tap % g.kernel();
        });
        sums = storage.allocate(taps * covered + Tile.slack(filters));
        packed = storage.allocate(SLICE * width);
    }

    void clear() {
        Arrays.fill(sums, 0);
    }

    /**
     * Adds one image's part.
     *
     * @param planes [channels, pixels] from {@code from} on
     * @param delta [span, pitch] from {@code at} on: zero between the rows
     */
    void add(float[] planes, int from, float[] delta, int at, int pitch, int span) {
        for (int pixel = 0; pixel < span; pixel += SLICE) {
            int depth = Math.min(SLICE, span - pixel);
            for (int column = 0; column < covered; column += width) {
                int strip = at + pixel * pitch + column;
                if (pitch == width) {
                    add(planes, from + pixel, depth, column, delta, strip);
                } else {
                    pack(delta, strip, pitch, depth);
                    add(planes, from + pixel, depth, column, packed, 0);
                }
            }
        }
    }

    /** Pixels that lie far apart would push each other out of the cache. */
    private void pack(float[] delta, int at, int pitch, int depth) {
        for (int pixel = 0; pixel < depth; pixel++) {
            System.arraycopy(delta, at + pixel * pitch, packed, pixel * width, width);
        }
    }

    private void add(float[] planes, int from, int depth, int column, float[] strip, int at) {
        for (int row = 0; row < taps; row += rows) {
            int sum = row * covered + column;
            Tile.multiply(
                    width, depth, starts, row, planes, from, strip, at, width, sums, sum, covered, sums, sum, covered);
        }
    }

    /** Writes the sums [channels, kernel, kernel, filters] to {@code gradients} from {@code offset} on. */
    void write(float[] gradients, int offset) {
        for (int tap = 0; tap < taps; tap++) {
            System.arraycopy(sums, tap * covered, gradients, offset + tap * filters, filters);
        }
    }
}
