package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;
import static io.sweepforge.kernels.nn.vector.MicroKernel.WIDE;

import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.engine.TileGrid;
import io.sweepforge.kernels.nn.vector.MicroKernel;

/**
 * The products of transformed tiles for one panel of outputs, which are few enough to stay in the cache: a matrix
 * [tiles, WIDE] for each {@link TileGrid#SPECTRUM element}; or their gradients.
 */
final class ProductTiles {
    final TileGrid grid;
    final float[] data;
    /** Distance between two matrices. */
    final int plane;

    /** One vector of outputs of a row of tiles, transformed along its rows or down its columns: [span, pixels]. */
    private final float[] strip;

    private final float[] noBias;

    ProductTiles(TileGrid grid, Storage<float[]> storage) {
        this.grid = grid;
        plane = MicroKernel.paddedRows(grid.tilesAtOnce()) * WIDE;
        data = storage.allocate(TileGrid.SPECTRUM * plane);
        strip = storage.allocate(TileGrid.SPAN * length());
        noBias = storage.allocate(LANES);
    }

    private int length() {
        return grid.coveredWidth() * LANES;
    }

    /**
     * Writes one vector of outputs of a row of tiles.
     *
     * @param from position in {@code data} of the vector of the row's first tile
     * @param row of tiles in the image
     * @param to [pixels, pixel], written from {@code at} of the first pixel of the image on
     */
    void write(int from, int row, float[] bias, int channel, float[] to, int at, int pixel) {
        for (int i = 0; i < TileGrid.SPAN; i++) {
            Winograd.output(
                    data,
                    from + i * TileGrid.SPAN * plane,
                    WIDE,
                    plane,
                    noBias,
                    0,
                    strip,
                    i * length(),
                    TileGrid.TILE * LANES,
                    LANES,
                    2 * LANES,
                    3 * LANES,
                    grid.columns());
        }
        int first = TileGrid.TILE * row;
        int below = grid.width() * pixel;
        int last = grid.height() - 1 - first;
        Winograd.output(
                strip,
                0,
                LANES,
                length(),
                bias,
                channel,
                to,
                at + first * below,
                pixel,
                Math.min(1, last) * below,
                Math.min(2, last) * below,
                Math.min(3, last) * below,
                grid.width());
    }

    /**
     * Reads the gradient of one vector of outputs of a row of tiles.
     *
     * @param at position in {@code delta} of the row's first pixel
     * @param to position in {@code data} of the vector of the row's first tile
     */
    void read(Images delta, int at, int to) {
        int below = delta.rowPixels * delta.pitch;
        Winograd.gradient(delta.data, at, delta.pitch, below, strip, 0, LANES, length(), grid.coveredWidth());
        for (int i = 0; i < TileGrid.SPAN; i++) {
            int matrix = to + i * TileGrid.SPAN * plane;
            int step = TileGrid.TILE * LANES;
            Winograd.gradient(strip, i * length(), step, LANES, data, matrix, WIDE, plane, grid.columns());
        }
    }
}
