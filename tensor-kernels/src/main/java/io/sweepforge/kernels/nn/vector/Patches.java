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
    /** Position in the padded image of each element of the columns. */
    private final int[] source;

    Patches(ConvGeometry geometry, FloatStorage storage) {
        g = geometry;
        paddedHeight = g.height() + 2 * g.padding();
        paddedWidth = g.width() + 2 * g.padding();
        padded = storage.allocate(g.channels() * paddedHeight * paddedWidth);
        columns = storage.allocate(g.patchSize() * g.pixels());
        source = storage.allocateInts(g.patchSize() * g.pixels());
        Arrays.setAll(source, this::source);
    }

    private int source(int element) {
        int tap = element / g.pixels();
        int channel = tap / (g.kernel() * g.kernel());
        int row = element / g.outWidth() % g.outHeight() * g.stride() + tap / g.kernel() % g.kernel();
        int column = element % g.outWidth() * g.stride() + tap % g.kernel();
        return (channel * paddedHeight + row) * paddedWidth + column;
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
        for (int i = 0; i < source.length; i++) {
            columns[i] = padded[source[i]];
        }
    }

    /** Adds every element of the columns to where it came from, and writes the image at {@code offset} of {@code dx}. */
    void scatter(float[] dx, int offset) {
        Arrays.fill(padded, 0);
        for (int i = 0; i < source.length; i++) {
            padded[source[i]] += columns[i];
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
}
