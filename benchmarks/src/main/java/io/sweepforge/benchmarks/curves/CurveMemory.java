package io.sweepforge.benchmarks.curves;

import io.sweepforge.search.space.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The losses that were seen, by configuration; in a file one line each, of which the last one counts. */
final class CurveMemory {
    private static final String BETWEEN = "\t";

    private final Optional<Path> file;
    private final Map<String, List<Double>> curves = new HashMap<>();

    private CurveMemory(Optional<Path> file) {
        this.file = file;
    }

    static CurveMemory open(Optional<Path> file) throws IOException {
        CurveMemory memory = new CurveMemory(file);
        if (file.isPresent() && Files.exists(file.get())) {
            Files.readAllLines(file.get()).forEach(memory::read);
        }
        return memory;
    }

    private void read(String line) {
        List<String> parts = List.of(line.split(BETWEEN, -1));
        curves.put(
                parts.get(0),
                Arrays.stream(parts.get(1).split(",", -1)).map(Double::valueOf).collect(Collectors.toList()));
    }

    /** From the first epoch on, as far as it was trained; a copy. */
    List<Double> losses(Configuration configuration) {
        return new ArrayList<>(curves.getOrDefault(key(configuration), List.of()));
    }

    void keep(Configuration configuration, List<Double> losses) {
        String key = key(configuration);
        curves.put(key, List.copyOf(losses));
        file.ifPresent(path -> append(
                path, key + BETWEEN + losses.stream().map(String::valueOf).collect(Collectors.joining(","))));
    }

    private static void append(Path path, String line) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Configuration configuration) {
        return new TreeMap<>(configuration.values()).toString();
    }
}
