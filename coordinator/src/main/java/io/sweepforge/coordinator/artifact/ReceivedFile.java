package io.sweepforge.coordinator.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A file on its way in: written under a temporary name and forced to the disk, then moved to its place in one step or
 * deleted by {@link #close}. Nobody ever sees half of it, also after a power failure.
 *
 * @param bytes its size
 */
public record ReceivedFile(Path path, String sha256, long bytes) implements AutoCloseable {
    private static final String UNFINISHED = ".part";

    /** Writes all that the stream gives to a new temporary file in a directory. */
    public static ReceivedFile write(Path directory, InputStream in) throws IOException {
        Files.createDirectories(directory);
        Path path = Files.createTempFile(directory, "incoming-", UNFINISHED);
        MessageDigest digest = Sha256.digest();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            long bytes = new DigestInputStream(in, digest).transferTo(out);
            channel.force(true);
            return new ReceivedFile(path, HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Deletes what a process that was killed had not finished. Nobody may be writing to the directory. */
    public static void sweep(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
                for (Path file : unfinished) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Gives it its place, in the same file system. */
    public void moveTo(Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
