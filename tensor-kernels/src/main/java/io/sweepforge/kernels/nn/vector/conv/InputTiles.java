package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;

import io.sweepforge.kernels.nn.engine.Storage;
import io.sweepforge.kernels.nn.engine.TileGrid;
import io.sweepforge.kernels.nn.vector.MicroKernel;

/** Transformed tiles of an image with its zeros: a matrix [tiles, pitch] for each {@link TileGrid#SPECTRUM element}. */
final class InputTiles {
    final TileGrid grid;
    final float[] data;
    final int channels;
    /** Channels with their padding: the length of a matrix's rows. */
    final int pitch;
    /** Distance between two matrices. */
    final int plane;

    private final Images images;
    /** One vector of channels of a row of tiles, transformed down its columns: [span, pixels]. */
    private final float[] strip;

    InputTiles(TileGrid grid, Images images, int channels, Storage<float[]> storage) {
        this.grid = grid;
        this.images = images;
        this.channels = channels;
        pitch = images.pitch;
        plane = MicroKernel.paddedRows(grid.tilesAtOnce()) * pitch;
        data = storage.allocate(TileGrid.SPECTRUM * plane);
        strip = storage.allocate(TileGrid.SPAN * grid.frameWidth() * LANES);
    }

    /** Transforms {@code rows} rows of tiles of image {@code n} from {@code firstRow} on. */
    void read(int n, int firstRow, int rows) {
        int below = images.rowPixels * pitch;
        for (int row = 0; row < rows; row++) {
            int from = images.frame(n) + TileGrid.TILE * (firstRow + row) * below;
            for (int channel = 0; channel < pitch; channel += LANES) {
                transform(from + channel, below, row * grid.columns() * pitch + channel);
            }
        }
    }

    private void transform(int from, int below, int to) {
        int pixels = grid.frameWidth();
        int length = pixels * LANES;
        Winograd.input(images.data, from, pitch, below, strip, 0, LANES, length, pixels);
        for (int i = 0; i < TileGrid.SPAN; i++) {
            int matrix = to + i * TileGrid.SPAN * plane;
            int step = TileGrid.TILE * LANES;
            Winograd.input(strip, i * length, step, LANES, data, matrix, pitch, plane, grid.columns());
        }
    }
}
