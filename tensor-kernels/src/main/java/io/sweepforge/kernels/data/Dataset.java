package io.sweepforge.kernels.data;

/**
 * A decoded data set: immutable, in memory once, shared by all lanes and threads. Its features are scaled by statistics
 * of the training part only.
 */
public sealed interface Dataset permits LabelledDataset, SeriesDataset {
    String name();

    DataShape shape();

    /** Bytes that it occupies in memory. */
    long bytes();

    /** Of everything training sees; tells data sets of the same shape apart. */
    long checksum();
}
