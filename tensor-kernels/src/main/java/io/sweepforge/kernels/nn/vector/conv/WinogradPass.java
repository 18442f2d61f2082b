package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.MicroKernel.ROWS;
import static io.sweepforge.kernels.nn.vector.MicroKernel.WIDE;

import io.sweepforge.kernels.nn.engine.TileGrid;
import io.sweepforge.kernels.nn.vector.MicroKernel;

/** One image through a 3×3 convolution by tiles: the convolution itself, and its gradient by the input. */
final class WinogradPass {
    private final TileGrid grid;
    private final InputTiles tiles;
    private final ProductTiles products;
    private final int depth;
    private final int outputs;

    /**
     * @param tiles of the input, in the grid of the result
     * @param depth channels of the input
     * @param outputs channels of the result
     */
    WinogradPass(InputTiles tiles, ProductTiles products, int depth, int outputs) {
        grid = tiles.grid;
        this.tiles = tiles;
        this.products = products;
        this.depth = depth;
        this.outputs = outputs;
    }

    /**
     * Applies it to image {@code n}.
     *
     * @param weights as {@link WinogradWeights} transforms them
     * @param bias [covered outputs], see {@link Tile}
     * @param to [pixels, covered outputs]
     */
    void apply(int n, float[] weights, float[] bias, float[] to) {
        for (int row = 0; row < grid.rows(); row += grid.rowsAtOnce()) {
            int rows = grid.rowsFrom(row);
            tiles.read(n, row, rows);
            for (int panel = 0; panel < outputs; panel += WIDE) {
                multiply(rows * grid.columns(), panel, weights);
                for (int i = 0; i < rows; i++) {
                    write(i, row + i, panel, bias, to);
                }
            }
        }
    }

    private void multiply(int count, int panel, float[] weights) {
        for (int element = 0; element < TileGrid.SPECTRUM; element++) {
            int b = WinogradWeights.at(element, 0, depth, panel, outputs);
            for (int tile = 0; tile < count; tile += ROWS) {
                int a = element * tiles.plane + tile * tiles.pitch;
                int c = element * products.plane + tile * WIDE;
                MicroKernel.rows(depth, tiles.data, a, tiles.pitch, weights, b, products.data, c, WIDE, false);
            }
        }
    }

    private void write(int i, int row, int panel, float[] bias, float[] to) {
        int end = Math.min(outputs, panel + WIDE);
        for (int channel = panel; channel < end; channel += LANES) {
            int from = i * grid.columns() * WIDE + channel - panel;
            products.write(from, row, bias, channel, to, channel, Tile.covered(outputs));
        }
    }
}
