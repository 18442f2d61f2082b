package io.sweepforge.coordinator.dataset;

import io.sweepforge.coordinator.api.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Data sets as files of one directory. */
public final class DatasetStore implements Datasets {
    /** @param directory made when it is not there yet */
    public static DatasetStore open(Path directory, Clock clock) throws IOException {
        return new DatasetStore();
    }

    @Override
    public List<Entry> list() {
        return List.of();
    }

    @Override
    public Optional<Entry> find(String nameOrHash) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> content(String hash) {
        return Optional.empty();
    }
}
