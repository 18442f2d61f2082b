package io.sweepforge.coordinator.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Files kept by the SHA-256 of their bytes, lower-case hex, so that nothing in it ever changes. Safe for several threads;
 * every method blocks.
 *
 * <p>A hash that is none is an {@link IllegalArgumentException}.
 */
public interface ArtifactStore {
    /**
     * Keeps what the stream gives.
     *
     * @return false when it was there already
     * @throws HashMismatchException when the bytes have another hash; nothing is kept then
     */
    boolean put(String sha256, InputStream bytes) throws IOException;

    /** Its bytes' number; empty when it is not here. */
    OptionalLong size(String sha256) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when it is not here */
    InputStream open(String sha256) throws IOException;
}
