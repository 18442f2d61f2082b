package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.MicroKernel.ROWS;
import static io.sweepforge.kernels.nn.vector.MicroKernel.WIDE;

import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.vector.MicroKernel;
import java.util.Arrays;

/** Gradient of the transformed weights: for each element the product of the input's tiles with the output's gradient. */
final class WinogradWeightGradient {
    private final TileGrid grid;
    private final InputTiles tiles;
    private final Images delta;
    private final int covered;
    /** The output's gradient, transformed: for each element panels [tiles, WIDE] of filters. */
    private final float[] gradients;

    private final float[] sums;

    /**
     * @param grid of the output
     * @param tiles of the input
     * @param gradients overwritten, at least {@link #size}
     */
    WinogradWeightGradient(
            TileGrid grid, InputTiles tiles, Images delta, int filters, float[] gradients, Storage<float[]> storage) {
        this.grid = grid;
        this.tiles = tiles;
        this.delta = delta;
        this.gradients = gradients;
        covered = covered(filters);
        sums = storage.allocate(TileGrid.SPECTRUM * plane());
    }

    static int size(TileGrid grid, int filters) {
        return TileGrid.SPECTRUM * grid.paddedTiles() * covered(filters);
    }

    private static int covered(int filters) {
        return (filters + WIDE - 1) / WIDE * WIDE;
    }

    private int plane() {
        return tiles.pitch() * covered;
    }

    void clear() {
        Arrays.fill(sums, 0);
    }

    /** Adds what image {@code n} of the input and the delta give. */
    void add(int n) {
        for (int row = 0; row < grid.rows(); row += grid.rowsAtOnce()) {
            int rows = grid.rowsFrom(row);
            tiles.read(n, row, rows);
            for (int i = 0; i < rows; i++) {
                transform(i * grid.columns(), row + i);
            }
            multiply(rows * grid.columns());
        }
    }

    private void transform(int tile, int row) {
        int below = delta.rowPixels * delta.pitch;
        int from = delta.row(0, 2 * row);
        for (int filter = 0; filter < delta.pitch; filter += LANES) {
            int to = panel(filter) + tile * WIDE + filter % WIDE;
            Winograd.outputGradient(
                    delta.data, from + filter, delta.pitch, below, gradients, to, WIDE, panel(covered), grid.columns());
        }
    }

    /** Position of the panel of {@code filter} within the first element. */
    private int panel(int filter) {
        return filter / WIDE * WIDE * grid.paddedTiles();
    }

    private void multiply(int count) {
        int pitch = tiles.pitch();
        for (int element = 0; element < TileGrid.SPECTRUM; element++) {
            for (int filter = 0; filter < covered; filter += WIDE) {
                int b = element * panel(covered) + panel(filter);
                for (int channel = 0; channel < pitch; channel += ROWS) {
                    int a = element * tiles.plane + channel;
                    int c = element * plane() + channel * covered + filter;
                    MicroKernel.columns(count, tiles.data, a, pitch, gradients, b, sums, c, covered, true);
                }
            }
        }
    }

    void write(WinogradWeights weights, float[] to) {
        weights.gradient(sums, plane(), covered, to);
    }
}
