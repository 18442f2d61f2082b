package io.sweepforge.kernels.nn.engine;

/**
 * An image cut into tiles of 4×4 pixels, of which whole rows are transformed at once; the last row and column may stick out.
 *
 * @param height of the image in pixels
 * @param width of the image in pixels
 * @param rows of tiles
 * @param columns tiles of a row
 * @param rowsAtOnce rows of tiles transformed at once
 */
public record TileGrid(int height, int width, int rows, int columns, int rowsAtOnce) {
    /** Pixels of a tile's edge. */
    public static final int TILE = 4;

    /** Edge of what a 3×3 kernel reads for a tile, and of the transformed tile. */
    public static final int SPAN = TILE + 2;

    /** Elements of a transformed tile, for each channel. */
    public static final int SPECTRUM = SPAN * SPAN;

    /** Floats of the transformed tiles at once: with two processes on a core they stay in its second-level cache. */
    private static final int BUDGET = 40 * 1024;

    /** With fewer channels or filters the transforms cost what the products save. */
    private static final int LEAST_CHANNELS = 8;

    /** Whether a convolution can be computed by such tiles and gains by it. */
    public static boolean suits(ConvGeometry g) {
        return g.kernel() == 3
                && g.stride() == 1
                && Math.min(g.channels(), g.filters()) >= LEAST_CHANNELS
                && Math.min(g.outHeight(), g.outWidth()) > 1;
    }

    /** The tiles of the convolution's output. */
    public static TileGrid ofOutput(ConvGeometry g) {
        return of(g.outHeight(), g.outWidth(), g.channels());
    }

    /** The tiles of the input's gradient. */
    public static TileGrid ofInput(ConvGeometry g) {
        return of(g.height(), g.width(), g.filters());
    }

    /** @param channels that are transformed; not padded, so that all machines cut alike */
    private static TileGrid of(int height, int width, int channels) {
        int rows = (height + TILE - 1) / TILE;
        int columns = (width + TILE - 1) / TILE;
        long row = (long) SPECTRUM * channels * columns;
        return new TileGrid(height, width, rows, columns, (int) Math.max(1, Math.min(rows, BUDGET / row)));
    }

    /** Tiles transformed at once. */
    public int tilesAtOnce() {
        return rowsAtOnce * columns;
    }

    /** Rows of tiles that are transformed together from {@code row} on. */
    public int rowsFrom(int row) {
        return Math.min(rowsAtOnce, rows - row);
    }

    /** Rows of pixels of all tiles. */
    public int coveredHeight() {
        return TILE * rows;
    }

    public int coveredWidth() {
        return TILE * columns;
    }

    /** Rows of pixels that all tiles read. */
    public int frameHeight() {
        return coveredHeight() + 2;
    }

    public int frameWidth() {
        return coveredWidth() + 2;
    }
}
