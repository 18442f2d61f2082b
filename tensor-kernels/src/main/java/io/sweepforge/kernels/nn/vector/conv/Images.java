package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.ConvUnit;
import io.sweepforge.kernels.nn.engine.Storage;

/**
 * Images [height, width, channels] with zeros around them. A pixel's channels are {@code pitch} apart from the next
 * pixel's, rows {@code rowPixels} pixels apart; the first pixel has {@code margin} pixels of zeros above it and to its left.
 */
final class Images {
    /** Channels read or written together: those of a cache line, as processors follow about so many streams of memory. */
    private static final int CACHE_LINE = 16;

    final float[] data;
    final int pitch;
    final int rowPixels;
    /** Pixels of an image with its zeros. */
    final int pixels;

    private final int height;
    private final int width;
    private final int origin;

    /**
     * @param count images
     * @param frameHeight rows of an image with its zeros
     * @param slack elements after the last image
     */
    Images(
            int count,
            int height,
            int width,
            int margin,
            int frameHeight,
            int rowPixels,
            int pitch,
            int slack,
            Storage<float[]> storage) {
        this.height = height;
        this.width = width;
        this.pitch = pitch;
        this.rowPixels = rowPixels;
        pixels = frameHeight * rowPixels;
        origin = (margin * rowPixels + margin) * pitch;
        data = storage.allocate(Math.addExact(Math.multiplyExact(count, pixels * pitch), slack));
    }

    /** One image of the gradient of what a unit gives, [out height, out width, covered filters]. */
    static Images ofResultGradient(ConvUnit unit, Storage<float[]> storage) {
        int height = unit.outHeight();
        int width = unit.outWidth();
        int filters = unit.conv().filters();
        return new Images(1, height, width, 0, height, width, Tile.covered(filters), Tile.slack(filters), storage);
    }

    /** Position of image {@code n} with its zeros. */
    int frame(int n) {
        return n * pixels * pitch;
    }

    /** Position of the first pixel of row {@code row} of image {@code n}. */
    int row(int n, int row) {
        return frame(n) + origin + row * rowPixels * pitch;
    }

    /** Reads image {@code n} from {@code from} [channels, height, width] at {@code offset}. */
    void read(int n, int channels, float[] from, int offset) {
        for (int first = 0; first < channels; first += CACHE_LINE) {
            int end = Math.min(channels, first + CACHE_LINE);
            for (int row = 0; row < height; row++) {
                for (int channel = first; channel < end; channel++) {
                    readRow(from, offset + (channel * height + row) * width, row(n, row) + channel);
                }
            }
        }
    }

    private void readRow(float[] from, int source, int target) {
        for (int column = 0; column < width; column++) {
            data[target + column * pitch] = from[source + column];
        }
    }

    /** Writes image {@code n} to {@code to} [channels, height, width] at {@code offset}. */
    void write(int n, int channels, float[] to, int offset) {
        for (int first = 0; first < channels; first += CACHE_LINE) {
            int end = Math.min(channels, first + CACHE_LINE);
            for (int row = 0; row < height; row++) {
                for (int channel = first; channel < end; channel++) {
                    writeRow(to, offset + (channel * height + row) * width, row(n, row) + channel);
                }
            }
        }
    }

    private void writeRow(float[] to, int target, int source) {
        for (int column = 0; column < width; column++) {
            to[target + column] = data[source + column * pitch];
        }
    }

    /** Writes image {@code n} with its zeros to {@code planes} [channels, pixels]. */
    void separate(int n, int channels, float[] planes) {
        for (int begin = 0; begin < pixels; begin += rowPixels) {
            for (int channel = 0; channel < channels; channel++) {
                int source = frame(n) + begin * pitch + channel;
                int target = channel * pixels + begin;
                for (int pixel = 0; pixel < rowPixels; pixel++) {
                    planes[target + pixel] = data[source + pixel * pitch];
                }
            }
        }
    }
}
