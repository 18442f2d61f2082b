package io.sweepforge.coordinator.dataset;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Looks through an upload from end to end, with a bounded amount of memory: what is it, and could a node train on it? */
final class DatasetInspector {
    private DatasetInspector() {}

    /** @throws BadDatasetException saying what is wrong and where */
    static Inspection inspect(UploadRequest request, InputStream bytes) throws IOException, BadDatasetException {
        try {
            InputStream plain = Compression.plain(new BufferedInputStream(bytes));
            Inspection inspection = Compression.isZip(plain)
                    ? ArchiveInspector.inspect(request, plain)
                    : CsvInspector.inspect(request, plain);
            return inspection.checked(request);
        } catch (ZipException | EOFException e) {
            throw new BadDatasetException("is compressed but damaged or cut off; compress and send it again");
        }
    }
}
