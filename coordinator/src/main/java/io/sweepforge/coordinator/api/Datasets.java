package io.sweepforge.coordinator.api;

import io.sweepforge.protocol.DatasetReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The data sets that were uploaded. Small metadata in memory, bytes in the artifact store; may be called from any thread. */
public interface Datasets {
    List<Entry> list();

    /** By hash, or by the newest upload of that name. */
    Optional<Entry> find(String nameOrHash);

    /** The bytes as they were uploaded. */
    Optional<Path> content(String hash);

    /** @param columns names by column; empty when the format has none */
    record Entry(DatasetReference reference, List<String> columns, long bytes, Instant createdAt) {}
}
