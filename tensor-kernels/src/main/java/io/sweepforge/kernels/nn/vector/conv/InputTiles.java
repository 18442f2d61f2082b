package io.sweepforge.kernels.nn.vector.conv;

import static io.sweepforge.kernels.nn.vector.Lanes.LANES;

/** Transformed tiles of an image with its zeros: a matrix [tiles, pitch] for each {@link TileGrid#SPECTRUM element}. */
final class InputTiles {
    final float[] data;
    /** Distance between two matrices; their rows are those of whole {@link Tile}s. */
    final int plane;

    private final TileGrid grid;
    private final Images images;

    /** @param data overwritten by {@link #read}, at least {@link #size} */
    InputTiles(TileGrid grid, Images images, float[] data) {
        this.grid = grid;
        this.images = images;
        this.data = data;
        plane = size(grid, images.pitch) / TileGrid.SPECTRUM;
    }

    static int size(TileGrid grid, int pitch) {
        return TileGrid.SPECTRUM * grid.paddedTiles() * pitch;
    }

    int pitch() {
        return images.pitch;
    }

    /** Transforms {@code rows} rows of tiles of image {@code n} from {@code firstRow} on. */
    void read(int n, int firstRow, int rows) {
        int below = images.rowPixels * images.pitch;
        for (int row = 0; row < rows; row++) {
            int from = images.frame(n) + 2 * (firstRow + row) * below;
            int to = row * grid.columns() * images.pitch;
            for (int channel = 0; channel < images.pitch; channel += LANES) {
                strip(from + channel, below, to + channel);
            }
        }
    }

    private void strip(int first, int below, int to) {
        int second = first + below;
        int third = second + below;
        row(first, third, -1, to);
        row(second, third, 1, to + 4 * plane);
        row(third, second, -1, to + 8 * plane);
        row(second, third + below, -1, to + 12 * plane);
    }

    private void row(int a, int b, float sign, int to) {
        int pitch = images.pitch;
        Winograd.inputRow(images.data, a, b, sign, pitch, data, to, pitch, plane, grid.columns());
    }
}
