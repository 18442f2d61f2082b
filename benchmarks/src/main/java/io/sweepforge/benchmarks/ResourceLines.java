package io.sweepforge.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Recorded tables: lines that begin with # are notes, the first other line names the columns. */
public final class ResourceLines {
    private static final String NOTE = "#";

    private ResourceLines() {}

    /** All lines of a file that lies beside a class. */
    public static List<String> read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the mark. */
    public static List<String> notes(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(NOTE))
                .map(line -> line.substring(NOTE.length()).trim())
                .collect(Collectors.toList());
    }

    /** The cells of each row below the names of the columns. */
    public static List<List<String>> rows(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith(NOTE))
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .collect(Collectors.toList());
    }
}
