package io.sweepforge.kernels.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Takes gzip and zip apart, up to a bound: a small upload must not fill the memory of a node. */
final class Archive {
    static final int LARGEST = 1 << 30;
    private static final int MOST_ENTRIES = 64;

    private Archive() {}

    /** The bytes themselves unless they begin with the magic of gzip. */
    static byte[] gunzip(String name, byte[] bytes) throws BadDatasetException {
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return readBounded(name, in);
        } catch (IOException e) {
            throw new BadDatasetException(name + " begins like gzip but is damaged: " + e.getMessage());
        }
    }

    /** The files of a zip by name, each unpacked once more where it is gzip. */
    static Map<String, byte[]> unzip(String name, byte[] bytes) throws BadDatasetException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    String file = name + "/" + entry.getName();
                    files.put(entry.getName(), gunzip(file, readBounded(file, in)));
                }
                if (files.size() > MOST_ENTRIES) {
                    throw new BadDatasetException(name + " has more than " + MOST_ENTRIES + " files; 2 are needed");
                }
            }
        } catch (IOException e) {
            throw new BadDatasetException(name + " is a damaged zip: " + e.getMessage());
        }
        if (files.isEmpty()) {
            throw new BadDatasetException(name + " is not a zip, or an empty one");
        }
        return files;
    }

    private static byte[] readBounded(String name, InputStream in) throws IOException, BadDatasetException {
        byte[] plain = in.readNBytes(LARGEST + 1);
        if (plain.length > LARGEST) {
            throw new BadDatasetException(name + " unpacks to more than " + (LARGEST >> 20) + " MiB");
        }
        return plain;
    }
}
