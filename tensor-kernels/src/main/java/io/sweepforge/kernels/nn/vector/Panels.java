package io.sweepforge.kernels.nn.vector;

/**
 * The right factor of a product as {@link MicroKernel} reads it: panels of {@link MicroKernel#WIDE} columns, zero beyond
 * the last column.
 */
interface Panels {
    float[] data();

    /**
     * Position of a panel. Panels are asked for from left to right.
     *
     * @param from first row
     * @param depth rows from there on
     * @param column first column, a multiple of {@link MicroKernel#WIDE}
     */
    int panel(int from, int depth, int column);
}
