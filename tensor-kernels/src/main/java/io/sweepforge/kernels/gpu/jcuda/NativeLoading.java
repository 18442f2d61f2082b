package io.sweepforge.kernels.gpu.jcuda;

import io.sweepforge.kernels.gpu.GpuException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets JCuda load a native library. It unpacks its libraries from the class path into {@code java.io.tmpdir}, under names
 * that are the same for everybody, and loads whatever file already has such a name. Here it gets a directory of its own,
 * which only this user can enter, so that two processes cannot disturb each other and nobody can put another library there.
 */
final class NativeLoading {
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final Pattern LINK_ERROR = Pattern.compile("UnsatisfiedLinkError: (?!Error while)(?:/\\S+: )?(.+)");

    private NativeLoading() {}

    /**
     * Does what loads the library.
     *
     * @param touch the first use of a JCuda class
     * @throws GpuException of kind not supported, with the linker's own words, when it cannot be loaded
     */
    static synchronized void load(Runnable touch) {
        Path directory = privateDirectory();
        String before = System.getProperty(TEMPORARY);
        System.setProperty(TEMPORARY, directory.toString());
        try {
            touch.run();
        } catch (LinkageError e) {
            throw new GpuException(GpuException.Kind.NOT_SUPPORTED, linkersWords(String.valueOf(e.getMessage())));
        } finally {
            System.setProperty(TEMPORARY, before);
            delete(directory);
        }
    }

    /** On POSIX systems the JDK gives a temporary directory to its owner only (700). */
    private static Path privateDirectory() {
        try {
            return Files.createTempDirectory("sweepforge-");
        } catch (IOException e) {
            throw new UncheckedIOException("no private directory for native libraries could be made", e);
        }
    }

    /** The last reason in JCuda's report of several stack traces: why the unpacked library itself could not be loaded. */
    static String linkersWords(String report) {
        List<String> reasons = LINK_ERROR
                .matcher(report)
                .results()
                .map((MatchResult match) -> match.group(1).strip())
                .toList();
        return reasons.isEmpty() ? report.lines().findFirst().orElse(report) : reasons.get(reasons.size() - 1);
    }

    /** A loaded library needs its file no more. What somebody else put there meanwhile stays. */
    private static void delete(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path library :
                    files.filter(file -> file.toString().endsWith(".so")).toList()) {
                Files.delete(library);
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            directory.toFile().deleteOnExit();
        }
    }
}
