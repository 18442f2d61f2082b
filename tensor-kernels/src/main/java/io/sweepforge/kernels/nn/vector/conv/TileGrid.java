package io.sweepforge.kernels.nn.vector.conv;

/**
 * An image cut into tiles of 2×2 pixels, of which whole rows are transformed at once.
 *
 * @param height of the image in pixels; a last odd row or column is half a tile
 * @param width of the image in pixels
 * @param rows of tiles
 * @param columns tiles of a row
 * @param rowsAtOnce rows of tiles transformed at once
 */
record TileGrid(int height, int width, int rows, int columns, int rowsAtOnce) {
    /** Elements of a transformed tile, for each channel. */
    static final int SPECTRUM = 16;

    /** Floats of the transformed tiles at once: what two processes on a core can both keep in a second-level cache. */
    private static final int BUDGET = 48 * 1024;

    /** @param channels of the input and of the output together; not padded, so that all machines cut alike */
    static TileGrid of(int height, int width, int channels) {
        int rows = (height + 1) / 2;
        int columns = (width + 1) / 2;
        int fitting = BUDGET / (SPECTRUM * channels * columns);
        return new TileGrid(height, width, rows, columns, Math.max(1, Math.min(rows, fitting)));
    }

    /** Tiles transformed at once, as many as whole blocks of a {@link Tile} have rows. */
    int paddedTiles() {
        int whole = Tile.WIDE_ROWS * Tile.NARROW_ROWS;
        return (rowsAtOnce * columns + whole - 1) / whole * whole;
    }

    /** Rows of tiles that are transformed together from {@code row} on. */
    int rowsFrom(int row) {
        return Math.min(rowsAtOnce, rows - row);
    }

    /** Rows of pixels that an image needs with its zeros: every tile reads 4×4 pixels from its own place on. */
    int frameHeight() {
        return 2 * rows + 2;
    }

    int frameWidth() {
        return 2 * columns + 2;
    }
}
