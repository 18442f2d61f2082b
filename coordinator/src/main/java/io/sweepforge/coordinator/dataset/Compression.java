package io.sweepforge.coordinator.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Gzip around anything, told by its first two bytes. */
final class Compression {
    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 'P' << 8 | 'K';

    private Compression() {}

    /** The bytes themselves, or those in the gzip; with room for {@link InputStream#mark}. */
    static InputStream plain(InputStream bytes) throws IOException {
        return begin(bytes) == GZIP ? new BufferedInputStream(new GZIPInputStream(bytes)) : bytes;
    }

    static boolean isZip(InputStream bytes) throws IOException {
        return begin(bytes) == ZIP;
    }

    private static int begin(InputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        return first << 8 | second;
    }
}
