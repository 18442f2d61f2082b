package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.Storage;
import java.util.Arrays;

/**
 * Sums of weighted taps for the pixels of an image: row by row of the kernel, whose taps with all their channels are one
 * contiguous run. Serves the convolution and, with mirrored weights, its gradient by the input.
 */
final class Correlation {
    private final int pixels;
    private final int[] starts;
    private final int runs;
    private final int depth;
    private final int runDistance;
    private final int covered;
    private final int width;
    private final int rows;

    /**
     * @param height of the result, in pixels; {@code columns} its width
     * @param rowDistance distance in the input between the first taps of two rows of the result
     * @param columnDistance between those of two pixels side by side
     * @param runs rows of the kernel
     * @param depth taps of a row of the kernel, with the input's channels
     * @param runDistance between two rows of taps in the input
     * @param outputs channels of the result
     */
    Correlation(
            int height,
            int columns,
            int rowDistance,
            int columnDistance,
            int runs,
            int depth,
            int runDistance,
            int outputs,
            Storage<float[]> storage) {
        this.pixels = height * columns;
        this.runs = runs;
        this.depth = depth;
        this.runDistance = runDistance;
        covered = Tile.covered(outputs);
        width = Tile.width(outputs);
        rows = Tile.rows(outputs);
        starts = storage.allocateInts(pixels + rows);
        Arrays.setAll(starts, i -> {
            int pixel = Math.min(i, pixels - 1);
            return pixel / columns * rowDistance + pixel % columns * columnDistance;
        });
    }

    /** Elements of the packed weights. */
    int weights() {
        return covered * runs * depth;
    }

    /** Position in the packed weights of what tap {@code tap} of {@code runs × depth} gives to output {@code output}. */
    int weight(int tap, int output) {
        return (output - output % width) * runs * depth + tap * width + output % width;
    }

    /** Outputs from {@code output} whose packed weights follow each other. */
    int width() {
        return width;
    }

    /**
     * Applies it to one image.
     *
     * @param from the image's position in {@code input}
     * @param bias [covered outputs]
     * @param to [pixels, covered outputs] and slack
     */
    void apply(float[] input, int from, float[] weights, float[] bias, float[] to) {
        for (int column = 0; column < covered; column += width) {
            for (int row = 0; row < pixels; row += rows) {
                tile(row, column, input, from, weights, bias, to);
            }
        }
    }

    private void tile(int row, int column, float[] input, int from, float[] weights, float[] bias, float[] to) {
        int at = row * covered + column;
        int panel = column * runs * depth;
        Tile.multiply(width, depth, starts, row, input, from, weights, panel, width, bias, column, 0, to, at, covered);
        for (int run = 1; run < runs; run++) {
            Tile.multiply(
                    width,
                    depth,
                    starts,
                    row,
                    input,
                    from + run * runDistance,
                    weights,
                    panel + run * depth * width,
                    width,
                    to,
                    at,
                    covered,
                    to,
                    at,
                    covered);
        }
    }
}
