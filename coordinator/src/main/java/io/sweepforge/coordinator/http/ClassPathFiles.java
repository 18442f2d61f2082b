package io.sweepforge.coordinator.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files under one folder of the class path.
 *
 * @param folder without slashes around it, e.g. {@code dashboard}
 */
record ClassPathFiles(String folder) {
    /** Plain names between single slashes: nothing that leads out of the folder. */
    private static final Pattern NAME = Pattern.compile("(?:[\\w-]+[\\w.-]*/)*[\\w-]+[\\w.-]*");

    Optional<byte[]> read(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = ClassPathFiles.class.getResourceAsStream("/" + folder + "/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
