package io.sweepforge.kernels.gpu.emulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kernels' sources, each module compiled and loaded when it is first asked for. */
final class Modules {
    private static final Path ROOT = Path.of(System.getProperty("sweepforge.root"), "tensor-kernels", "src");
    private static final Path KERNELS = ROOT.resolve("main/cuda");
    private static final Path EMULATOR = ROOT.resolve("test/cuda");
    private static final Pattern KERNEL =
            Pattern.compile("extern \"C\" __global__ void(?:\\s+__launch_bounds__\\([^)]*\\))?\\s+(\\w+)\\s*\\(");
    private static final Map<String, Long> LIBRARIES = new ConcurrentHashMap<>();

    static {
        System.load(Compiler.compile(
                        "jni-bridge",
                        List.of(
                                "-I" + Compiler.jni(),
                                "-I" + Compiler.jni().resolve("linux"),
                                EMULATOR.resolve("jni_bridge.cpp").toString(),
                                "-ldl"),
                        List.of(EMULATOR.resolve("jni_bridge.cpp")))
                .toString());
    }

    private Modules() {}

    /** Makes {@link Native} usable. */
    static void load() {}

    /** Address of a module's launcher. */
    static long launcher(String module) {
        return Native.find(library(module), "emulator_launch");
    }

    /** Address of a kernel's entry; 0 when the module has no such kernel. */
    static long kernel(String module, String function) {
        return Native.find(library(module), "emulated_" + function);
    }

    private static long library(String module) {
        return LIBRARIES.computeIfAbsent(module, Modules::build);
    }

    private static long build(String module) {
        Path source = source(module);
        try {
            Path entries = Files.createDirectories(Path.of("target", "emulator").toAbsolutePath())
                    .resolve(module + ".cpp");
            Files.writeString(entries, entries(source));
            Path library = Compiler.compile(
                    module,
                    List.of(
                            "-include",
                            EMULATOR.resolve("cuda_emulator.h").toString(),
                            "-I" + KERNELS,
                            entries.toString(),
                            EMULATOR.resolve("cuda_emulator.cpp").toString(),
                            EMULATOR.resolve("fiber.cpp").toString()),
                    ingredients(source));
            return Native.load(library.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path source(String module) {
        return Stream.of(KERNELS, EMULATOR)
                .map(folder -> folder.resolve(module + ".cu"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the build has no module " + module));
    }

    /** The source with a way into each of its kernels, whatever structure it takes. */
    private static String entries(Path source) throws IOException {
        StringBuilder text = new StringBuilder("#include \"" + source + "\"\n");
        for (MatchResult kernel :
                KERNEL.matcher(Files.readString(source)).results().toList()) {
            text.append("extern \"C\" void emulated_%1$s(const void *arguments) { emulator_call(%1$s, arguments); }\n"
                    .formatted(kernel.group(1)));
        }
        return text.toString();
    }

    /** The source itself, and everything that it may include. */
    private static List<Path> ingredients(Path source) throws IOException {
        try (Stream<Path> headers = Files.walk(KERNELS);
                Stream<Path> emulator = Files.walk(EMULATOR)) {
            return Stream.concat(
                            headers.filter(file -> file.toString().endsWith(".cuh") || file.equals(source)), emulator)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
