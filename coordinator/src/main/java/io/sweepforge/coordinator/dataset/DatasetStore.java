package io.sweepforge.coordinator.dataset;

import io.sweepforge.coordinator.api.Datasets;
import io.sweepforge.coordinator.artifact.ReceivedFile;
import io.sweepforge.protocol.DatasetReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Data sets as files of one directory: {@code HASH.data} with the bytes and {@code HASH.json} with what is known of them,
 * written last. Bytes are the same data set for ever, so one hash has one description.
 */
public final class DatasetStore implements Datasets {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetStore.class);
    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparing(Entry::createdAt)
            .thenComparing(entry -> entry.reference().hash());

    private static final String INCOMING = "incoming";

    private final Path directory;
    private final Clock clock;
    private final Map<String, Entry> entries;

    private DatasetStore(Path directory, Clock clock, Map<String, Entry> entries) {
        this.directory = directory;
        this.clock = clock;
        this.entries = entries;
    }

    /** @param directory made when it is not there yet */
    public static DatasetStore open(Path directory, Clock clock) throws IOException {
        Files.createDirectories(directory);
        ReceivedFile.sweep(directory.resolve(INCOMING));
        return new DatasetStore(directory, clock, new ConcurrentHashMap<>(EntryFile.readAll(directory)));
    }

    /** @param fresh false when the same upload was there already */
    public record Added(Entry entry, boolean fresh) {}

    /** The same bytes were uploaded before, and described in another way. */
    public static final class OtherwiseDescribedException extends Exception {
        private static final long serialVersionUID = 1L;

        OtherwiseDescribedException(DatasetReference known) {
            super("The same bytes are here as \"%s\" (%s, target %s, shape %s); use that one, or change the file."
                    .formatted(
                            known.name(),
                            known.task(),
                            known.target() == null ? "the last column" : known.target(),
                            known.shape()));
        }
    }

    @Override
    public List<Entry> list() {
        return entries.values().stream().sorted(OLDEST_FIRST).toList();
    }

    @Override
    public Optional<Entry> find(String nameOrHash) {
        return Optional.ofNullable(entries.get(nameOrHash))
                .or(() -> list().stream()
                        .filter(entry -> entry.reference().name().equals(nameOrHash))
                        .reduce((older, newer) -> newer));
    }

    @Override
    public Optional<Path> content(String hash) {
        return entries.containsKey(hash) ? Optional.of(data(hash)) : Optional.empty();
    }

    /** Receives, inspects and keeps an upload; nothing is kept when it throws. Blocks. */
    public Added add(UploadRequest request, InputStream bytes)
            throws IOException, BadDatasetException, OtherwiseDescribedException {
        try (ReceivedFile file = ReceivedFile.write(directory.resolve(INCOMING), bytes)) {
            Entry entry = describe(request, file);
            return keep(entry, file);
        }
    }

    private Entry describe(UploadRequest request, ReceivedFile file) throws IOException, BadDatasetException {
        try (InputStream bytes = Files.newInputStream(file.path())) {
            Inspection found = DatasetInspector.inspect(request, bytes);
            DatasetReference reference = new DatasetReference(
                    file.sha256(),
                    request.name(),
                    found.format(),
                    request.task(),
                    request.target(),
                    request.index(),
                    found.rows(),
                    found.shape(),
                    found.classes());
            return new Entry(reference, found.columns(), file.bytes(), clock.instant());
        }
    }

    private synchronized Added keep(Entry entry, ReceivedFile file) throws IOException, OtherwiseDescribedException {
        String hash = entry.reference().hash();
        Entry known = entries.get(hash);
        if (known != null && !known.reference().equals(entry.reference())) {
            throw new OtherwiseDescribedException(known.reference());
        }
        if (known == null) {
            file.moveTo(data(hash));
            EntryFile.write(directory, entry);
            entries.put(hash, entry);
            LOG.info(
                    "Data set {} is uploaded: {} rows, {} bytes, {}",
                    entry.reference().name(),
                    entry.reference().rows(),
                    entry.bytes(),
                    hash);
        }
        return new Added(known == null ? entry : known, known == null);
    }

    private Path data(String hash) {
        return directory.resolve(hash + ".data");
    }
}
