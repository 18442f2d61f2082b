package io.sweepforge.kernels.nn.vector;

import io.sweepforge.kernels.nn.engine.ConvGeometry;
import java.util.Arrays;

/**
 * The patches of one image as columns: element (tap, pixel) is what weight {@code tap} of every filter meets for output
 * {@code pixel}. The image is first copied into zeros as wide as the padding, so that no patch needs a test for the edge.
 */
final class Patches {
    private final ConvGeometry g;
    private final int paddedHeight;
    private final int paddedWidth;
    private final float[] padded;
    private final float[] columns;

    Patches(ConvGeometry geometry, FloatStorage storage) {
        g = geometry;
        paddedHeight = g.height() + 2 * g.padding();
        paddedWidth = g.width() + 2 * g.padding();
        padded = storage.allocate(g.channels() * paddedHeight * paddedWidth);
        columns = storage.allocate(g.patchSize() * g.pixels());
    }

    /** [patchSize, pixels]. */
    float[] columns() {
        return columns;
    }

    /** Makes the columns of the image at {@code offset} of {@code x}. */
    void gather(float[] x, int offset) {
        for (int row = 0; row < g.channels() * g.height(); row++) {
            System.arraycopy(x, offset + row * g.width(), padded, paddedRow(row), g.width());
        }
        for (int tap = 0; tap < g.patchSize(); tap++) {
            for (int row = 0; row < g.outHeight(); row++) {
                int from = source(tap, row);
                int to = (tap * g.outHeight() + row) * g.outWidth();
                for (int column = 0; column < g.outWidth(); column++) {
                    columns[to + column] = padded[from + column * g.stride()];
                }
            }
        }
    }

    /** Adds every element of the columns to where it came from, and writes the image at {@code offset} of {@code dx}. */
    void scatter(float[] dx, int offset) {
        Arrays.fill(padded, 0);
        for (int tap = 0; tap < g.patchSize(); tap++) {
            for (int row = 0; row < g.outHeight(); row++) {
                int to = source(tap, row);
                int from = (tap * g.outHeight() + row) * g.outWidth();
                for (int column = 0; column < g.outWidth(); column++) {
                    padded[to + column * g.stride()] += columns[from + column];
                }
            }
        }
        for (int row = 0; row < g.channels() * g.height(); row++) {
            System.arraycopy(padded, paddedRow(row), dx, offset + row * g.width(), g.width());
        }
    }

    /** Position in the padded image of row {@code row} of all channels. */
    private int paddedRow(int row) {
        int channel = row / g.height();
        return (channel * paddedHeight + row % g.height() + g.padding()) * paddedWidth + g.padding();
    }

    /** Position in the padded image that {@code tap} meets for the first pixel of output row {@code row}. */
    private int source(int tap, int row) {
        int channel = tap / (g.kernel() * g.kernel());
        int down = tap / g.kernel() % g.kernel();
        return (channel * paddedHeight + row * g.stride() + down) * paddedWidth + tap % g.kernel();
    }
}
