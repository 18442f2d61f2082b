package io.sweepforge.coordinator.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Artifacts as files of one directory, spread over 65,536 folders by the first four digits of their hash. */
public final class DirectoryArtifactStore implements ArtifactStore {
    private final Path directory;
    private final Path incoming;

    /** @param directory made when it is not there yet; belongs to this process */
    public DirectoryArtifactStore(Path directory) throws IOException {
        this.directory = directory;
        this.incoming = directory.resolve("incoming");
        ReceivedFile.sweep(incoming);
    }

    @Override
    public boolean put(String sha256, InputStream bytes) throws IOException {
        Path place = place(sha256);
        try (ReceivedFile file = ReceivedFile.write(incoming, bytes)) {
            if (!file.sha256().equals(sha256)) {
                throw new HashMismatchException(sha256, file.sha256());
            }
            boolean fresh = !Files.exists(place);
            if (fresh) {
                file.moveTo(place);
            }
            return fresh;
        }
    }

    @Override
    public OptionalLong size(String sha256) throws IOException {
        Path place = place(sha256);
        return Files.isRegularFile(place) ? OptionalLong.of(Files.size(place)) : OptionalLong.empty();
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    /** Only 64 hex digits get this far, so no name leads out of the directory. */
    private Path place(String sha256) {
        if (!Sha256.isHash(sha256)) {
            throw new IllegalArgumentException("sha256 must be 64 lower-case hex digits, was " + sha256);
        }
        return directory
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
