package io.sweepforge.kernels.nn.vector.conv;

import io.sweepforge.kernels.nn.engine.Storage;
import java.util.Arrays;

/**
 * Sums of weighted taps for the pixels of an image: row by row of the kernel, whose taps with all their channels are one
 * contiguous run. Serves the convolution and, with mirrored weights, its gradient by the input.
 */
final class Correlation {
    private final int pixels;
    private final int columns;
    private final int[] starts;
    /** For each tile the first row of the kernel that meets more than zeros, and the row after the last. */
    private final int[] reach;

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
     * @param firstRow of the input that holds more than zeros; {@code endRow} is the one after the last
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
            int firstRow,
            int endRow,
            int outputs,
            Storage<float[]> storage) {
        this.pixels = height * columns;
        this.columns = columns;
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
        reach = storage.allocateInts((pixels + rows - 1) / rows * 2);
        setReach(rowDistance / runDistance, firstRow, endRow);
    }

    /** Where a tile reads nothing but zeros it still does one run, which writes the bias. */
    private void setReach(int rowStep, int firstRow, int endRow) {
        for (int row = 0; row < pixels; row += rows) {
            int top = row / columns * rowStep;
            int bottom = Math.min(row + rows, pixels) - 1;
            int from = Math.max(0, firstRow - bottom / columns * rowStep);
            reach[row / rows * 2] = from;
            reach[row / rows * 2 + 1] = Math.max(from + 1, Math.min(runs, endRow - top));
        }
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

    private void tile(int row, int column, float[] input, int image, float[] weights, float[] bias, float[] to) {
        int at = row * covered + column;
        int first = reach[row / rows * 2];
        int end = reach[row / rows * 2 + 1];
        for (int run = first; run < end; run++) {
            boolean begins = run == first;
            Tile.multiply(
                    width,
                    depth,
                    starts,
                    row,
                    input,
                    image + run * runDistance,
                    weights,
                    (column * runs + run * width) * depth,
                    width,
                    begins ? bias : to,
                    begins ? column : at,
                    begins ? 0 : covered,
                    to,
                    at,
                    covered);
        }
    }
}
