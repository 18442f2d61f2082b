package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.MicroKernel.ROWS;
import static io.sweepforge.kernels.nn.vector.MicroKernel.WIDE;

import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.engine.TileGrid;
import io.sweepforge.kernels.nn.vector.MicroKernel;
import java.util.Arrays;

/** Gradient of the transformed weights: for each element the product of the input's tiles with the output's gradient. */
final class WinogradWeightGradient {
    private final TileGrid grid;
    private final InputTiles tiles;
    private final ProductTiles gradients;
    private final Images delta;
    private final int filters;
    private final int covered;
    /** For each element [pitch, covered filters]. */
    private final float[] sums;

    /**
     * @param tiles of the input, in the grid of the output
     * @param gradients overwritten
     * @param delta gradient of the output
     */
    WinogradWeightGradient(
            InputTiles tiles, ProductTiles gradients, Images delta, int filters, Storage<float[]> storage) {
        grid = tiles.grid;
        this.tiles = tiles;
        this.gradients = gradients;
        this.delta = delta;
        this.filters = filters;
        covered = WinogradWeights.covered(filters);
        sums = storage.allocate(TileGrid.SPECTRUM * plane());
    }

    private int plane() {
        return tiles.pitch * covered;
    }

    void clear() {
        Arrays.fill(sums, 0);
    }

    /** Adds what image {@code n} of the input and the delta give. */
    void add(int n) {
        for (int row = 0; row < grid.rows(); row += grid.rowsAtOnce()) {
            int rows = grid.rowsFrom(row);
            tiles.read(n, row, rows);
            for (int panel = 0; panel < filters; panel += WIDE) {
                for (int i = 0; i < rows; i++) {
                    read(i, row + i, panel);
                }
                multiply(rows * grid.columns(), panel);
            }
        }
    }

    private void read(int i, int row, int panel) {
        int end = Math.min(delta.pitch, panel + WIDE);
        for (int filter = panel; filter < end; filter += LANES) {
            int to = i * grid.columns() * WIDE + filter - panel;
            gradients.read(delta, delta.row(0, TileGrid.TILE * row) + filter, to);
        }
    }

    private void multiply(int count, int panel) {
        for (int element = 0; element < TileGrid.SPECTRUM; element++) {
            for (int channel = 0; channel < tiles.channels; channel += ROWS) {
                int a = element * tiles.plane + channel;
                int b = element * gradients.plane;
                int c = element * plane() + channel * covered + panel;
                MicroKernel.columns(count, tiles.data, a, tiles.pitch, gradients.data, b, sums, c, covered, true);
            }
        }
    }

    void write(WinogradWeights weights, float[] to) {
        weights.gradient(sums, plane(), to);
    }
}
