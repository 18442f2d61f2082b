package io.sweepforge.kernels.gpu.jcuda;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where cuDNN may lie: where the operator says, where the environment says, where the system's packages put it, and in the
 * packages of Python that carry it. The first directory that has it wins.
 */
final class CudnnSearch {
    /** The name that JCudnn's library asks the linker for. */
    static final String LIBRARY = "libcudnn.so.9";

    private static final List<String> BELOW_A_HOME = List.of("", "lib", "lib64", "lib/x86_64-linux-gnu");
    private static final List<String> SYSTEM = List.of(
            "usr/lib/x86_64-linux-gnu",
            "usr/local/cuda/lib64",
            "usr/local/cuda/targets/x86_64-linux/lib",
            "usr/lib64",
            "usr/local/lib");
    private static final String PYTHON_PACKAGE = "nvidia/cudnn/lib";

    private final Path root;
    private final String configured;
    private final Map<String, String> environment;

    /**
     * What a search depends on.
     *
     * @param root of the file system
     * @param configured directory from the operator's file; empty when not set
     */
    CudnnSearch(Path root, String configured, Map<String, String> environment) {
        this.root = root;
        this.configured = configured;
        this.environment = Map.copyOf(environment);
    }

    Optional<Path> find() {
        return directories().stream()
                .map(directory -> directory.resolve(LIBRARY))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Every directory that is looked at, in order, whether it exists or not. A configured one is the only one. */
    List<Path> directories() {
        Set<Path> directories = new LinkedHashSet<>();
        if (!configured.isBlank()) {
            homes(configured).forEach(directories::add);
            return List.copyOf(directories);
        }
        homes(environment.getOrDefault("CUDNN_HOME", "")).forEach(directories::add);
        Stream.of(environment.getOrDefault("LD_LIBRARY_PATH", "").split(":"))
                .filter(Predicate.not(String::isBlank))
                .forEach(directory -> directories.add(root.resolve(directory)));
        SYSTEM.forEach(directory -> directories.add(root.resolve(directory)));
        homes(environment.getOrDefault("CONDA_PREFIX", "")).forEach(directories::add);
        pythonRoots().forEach(lib -> directories.addAll(inPythonsOf(lib)));
        return List.copyOf(directories);
    }

    private Stream<Path> homes(String home) {
        return home.isBlank()
                ? Stream.empty()
                : BELOW_A_HOME.stream().map(below -> root.resolve(home).resolve(below));
    }

    private List<Path> pythonRoots() {
        List<Path> roots = new ArrayList<>();
        Stream.of("VIRTUAL_ENV", "CONDA_PREFIX")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(Predicate.not(String::isBlank))
                .forEach(prefix -> roots.add(root.resolve(prefix).resolve("lib")));
        String home = environment.getOrDefault("HOME", "");
        if (!home.isBlank()) {
            roots.add(root.resolve(home).resolve(".local/lib"));
        }
        roots.add(root.resolve("usr/local/lib"));
        roots.add(root.resolve("usr/lib"));
        return roots;
    }

    private static List<Path> inPythonsOf(Path lib) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> pythons = Files.newDirectoryStream(lib, "python3*")) {
            for (Path python : pythons) {
                found.add(python.resolve("site-packages").resolve(PYTHON_PACKAGE));
                found.add(python.resolve("dist-packages").resolve(PYTHON_PACKAGE));
            }
        } catch (IOException e) {
            // No such directory: no Python there.
            return List.of();
        }
        found.sort(null);
        return found;
    }
}
