package io.sweepforge.kernels.gpu.jcuda;

import io.sweepforge.kernels.gpu.GpuException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import jcuda.jcudnn.JCudnn;
import org.jspecify.annotations.Nullable;

/**
 * cuDNN, found and loaded. Half an installation of it ends the process instead of answering, so a process that has to live
 * lets the probe try it first.
 *
 * @param path of {@code libcudnn.so.9}; empty when the system's linker found it by itself
 * @param version major times 10,000 plus minor times 100 plus patch, e.g. 90501
 */
public record CudnnLibrary(Optional<Path> path, int version) {
    /** The system property that names where it is installed, when the search is not to find it. */
    public static final String HOME_PROPERTY = "sweepforge.cudnn-home";

    private static @Nullable CudnnLibrary loaded;

    /**
     * Loads it once; to be called before anything of JCudnn is touched.
     *
     * @throws GpuException of kind not supported, which says where it was looked for
     */
    public static synchronized CudnnLibrary load() {
        if (loaded == null) {
            loaded = load(new CudnnSearch(Path.of("/"), System.getProperty(HOME_PROPERTY, ""), System.getenv()));
        }
        return loaded;
    }

    private static CudnnLibrary load(CudnnSearch search) {
        Optional<Path> library = search.find();
        try {
            NativeLoading.load(() -> {
                library.ifPresent(path -> System.load(path.toAbsolutePath().toString()));
                JCudnn.initialize();
            });
        } catch (GpuException e) {
            throw library.isPresent() ? e : missing(search, e);
        }
        JCudnn.setExceptionsEnabled(false);
        return new CudnnLibrary(library, Math.toIntExact(JCudnn.cudnnGetVersion()));
    }

    private static GpuException missing(CudnnSearch search, GpuException cause) {
        String places = search.directories().stream().map(Path::toString).collect(Collectors.joining(", "));
        return new GpuException(
                cause.kind(),
                "%s is neither where the linker looks (%s) nor in %s"
                        .formatted(CudnnSearch.LIBRARY, cause.getMessage(), places));
    }

    /** For people, e.g. {@code 9.5.1}. */
    public String versionText() {
        return versionText(version);
    }

    /** A version as {@link #version} has it, for people. */
    public static String versionText(int version) {
        return "%d.%d.%d".formatted(version / 10_000, version / 100 % 100, version % 100);
    }
}
