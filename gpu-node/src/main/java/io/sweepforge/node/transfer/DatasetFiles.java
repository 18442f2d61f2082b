package io.sweepforge.node.transfer;

import io.sweepforge.protocol.DatasetReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of data sets, kept by content hash in a directory that several nodes may share: files appear in it whole, and
 * what does not have its hash is fetched anew.
 */
public final class DatasetFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetFiles.class);

    private final Path directory;
    private final CoordinatorFiles coordinator;
    private final Executor executor;

    /** @throws IOException when the directory cannot be made */
    public DatasetFiles(Path directory, CoordinatorFiles coordinator, Executor executor) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.coordinator = coordinator;
        this.executor = executor;
    }

    CompletableFuture<byte[]> bytes(DatasetReference reference) {
        return CompletableFuture.supplyAsync(() -> cached(reference.hash()), executor)
                .thenCompose(
                        cached -> cached.map(CompletableFuture::completedFuture).orElseGet(() -> download(reference)));
    }

    private CompletableFuture<byte[]> download(DatasetReference reference) {
        return coordinator
                .dataset(reference.name(), reference.hash())
                .thenApplyAsync(
                        bytes -> {
                            keep(reference.hash(), bytes);
                            LOG.info("Fetched data set {} ({} bytes)", reference.name(), bytes.length);
                            return bytes;
                        },
                        executor);
    }

    private Optional<byte[]> cached(String hash) {
        try {
            byte[] bytes = Files.readAllBytes(directory.resolve(hash));
            if (Sha256.hex(bytes).equals(hash)) {
                return Optional.of(bytes);
            }
            LOG.warn("{} is damaged and is fetched anew", directory.resolve(hash));
        } catch (NoSuchFileException e) {
            LOG.debug("{} is not in the cache yet", hash);
        } catch (IOException e) {
            LOG.warn("The data set cache cannot be read: {}", e.toString());
        }
        return Optional.empty();
    }

    /** A cache that cannot be written to costs a download, not a trial. */
    private void keep(String hash, byte[] bytes) {
        try {
            Path part = Files.createTempFile(directory, hash, ".part");
            try {
                Files.write(part, bytes);
                Files.move(part, directory.resolve(hash), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            LOG.warn("The data set cache cannot be written: {}", e.toString());
        }
    }
}
