package io.sweepforge.kernels.data;

/** Decodes data sets. */
public final class Datasets {
    private Datasets() {}

    /**
     * Decodes, checks and scales a data set.
     *
     * @param bytes as uploaded; gzip around them is recognised
     * @throws BadDatasetException when the bytes are not what the description says; the message names the place
     */
    public static Dataset decode(DatasetDescription description, byte[] bytes) throws BadDatasetException {
        byte[] plain = Archive.gunzip(description.name(), bytes);
        return switch (description.format()) {
            case CSV -> CsvDecoder.decode(description, plain);
            case IDX -> IdxDecoder.decode(description, plain);
            case NPY -> NpyDecoder.decode(description, plain);
        };
    }
}
