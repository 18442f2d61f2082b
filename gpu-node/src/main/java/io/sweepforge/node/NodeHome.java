package io.sweepforge.node;

import io.sweepforge.protocol.config.BadConfigException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The directory that gives a node its id. Several nodes may share a data directory: each holds the lock of one slot
 * ({@code node-0}, {@code node-1}, ...) as long as it lives, so a node that is started again finds its old id.
 */
final class NodeHome implements AutoCloseable {
    private static final int MOST_NODES = 1000;
    private static final int ID_LETTERS = 8;

    private final FileChannel lock;
    private final String id;

    private NodeHome(FileChannel lock, String id) {
        this.lock = lock;
        this.id = id;
    }

    /** @throws BadConfigException when the data directory cannot be used */
    static NodeHome claim(Path dataDirectory) {
        try {
            for (int slot = 0; slot < MOST_NODES; slot++) {
                Path directory =
                        Files.createDirectories(dataDirectory.resolve("node").resolve("node-" + slot));
                FileChannel lock = lock(directory.resolve("lock"));
                if (lock.isOpen()) {
                    return new NodeHome(lock, id(directory));
                }
            }
        } catch (IOException e) {
            throw new BadConfigException("The data directory %s cannot be used: %s".formatted(dataDirectory, e));
        }
        throw new BadConfigException("The data directory %s is used by %d nodes; give this one another with --data."
                .formatted(dataDirectory, MOST_NODES));
    }

    /** Stable as long as the data directory is kept. */
    String id() {
        return id;
    }

    /** Gives the slot to whoever comes next. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Closed again when another node holds it. */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another node of this very process holds it.
        }
        channel.close();
        return channel;
    }

    private static String id(Path directory) throws IOException {
        Path file = directory.resolve("id");
        if (!Files.exists(file)) {
            String name =
                    directory.getFileName() + "-" + UUID.randomUUID().toString().substring(0, ID_LETTERS);
            Path part = Files.writeString(directory.resolve("id.part"), name);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
