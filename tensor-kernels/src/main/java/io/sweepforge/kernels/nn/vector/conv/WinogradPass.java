package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;

import io.sweepforge.kernels.nn.engine.Storage;
import java.util.Arrays;

/** One image through a 3×3 convolution by tiles: the convolution itself, and its gradient by the input. */
final class WinogradPass {
    private final TileGrid grid;
    private final InputTiles tiles;
    private final int[] starts;
    private final int depth;
    private final int outputs;
    private final int covered;
    private final float[] products;
    /** Elements of one product. */
    private final int plane;

    /**
     * @param grid of the result
     * @param depth channels of the images
     * @param outputs channels of the result
     * @param products overwritten, at least {@link #size}
     */
    WinogradPass(TileGrid grid, InputTiles tiles, int depth, int outputs, float[] products, Storage<float[]> storage) {
        this.grid = grid;
        this.tiles = tiles;
        this.depth = depth;
        this.outputs = outputs;
        this.products = products;
        covered = Tile.covered(outputs);
        plane = size(grid, outputs) / TileGrid.SPECTRUM;
        starts = storage.allocateInts(grid.paddedTiles());
        Arrays.setAll(starts, tile -> tile * tiles.pitch());
    }

    static int size(TileGrid grid, int outputs) {
        return TileGrid.SPECTRUM * grid.paddedTiles() * Tile.covered(outputs);
    }

    /**
     * Applies it to image {@code n}.
     *
     * @param weights as {@link WinogradWeights} transforms them
     * @param bias [covered outputs]
     * @param to [pixels, covered outputs]
     */
    void apply(int n, float[] weights, float[] bias, float[] to) {
        for (int row = 0; row < grid.rows(); row += grid.rowsAtOnce()) {
            int rows = grid.rowsFrom(row);
            tiles.read(n, row, rows);
            multiply(rows * grid.columns(), weights);
            for (int i = 0; i < rows; i++) {
                write(i * grid.columns(), row + i, bias, to);
            }
        }
    }

    private void multiply(int count, float[] weights) {
        int width = Tile.width(outputs);
        for (int element = 0; element < TileGrid.SPECTRUM; element++) {
            for (int column = 0; column < covered; column += width) {
                int panel = (element * covered + column) * depth;
                for (int tile = 0; tile < count; tile += Tile.rows(outputs)) {
                    Tile.multiply(
                            width,
                            depth,
                            starts,
                            tile,
                            tiles.data,
                            element * tiles.plane,
                            weights,
                            panel,
                            width,
                            null,
                            0,
                            0,
                            products,
                            element * plane + tile * covered + column,
                            covered);
                }
            }
        }
    }

    /** Writes a row of tiles, the first of which is number {@code tile} of those at once. */
    private void write(int tile, int row, float[] bias, float[] to) {
        int whole = grid.width() / 2;
        int below = 2 * row + 1 < grid.height() ? grid.width() * covered : 0;
        for (int channel = 0; channel < outputs; channel += LANES) {
            int from = tile * covered + channel;
            int at = 2 * row * grid.width() * covered + channel;
            Winograd.output(products, from, covered, plane, bias, channel, to, at, covered, below, whole);
            if (whole < grid.columns()) {
                int last = at + 2 * whole * covered;
                int half = from + whole * covered;
                Winograd.output(products, half, covered, plane, bias, channel, to, last, 0, below, 1);
            }
        }
    }
}
