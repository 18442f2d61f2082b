package io.sweepforge.kernels.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.Skip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jcuda.nvptxcompiler.JNvPTXCompiler;
import jcuda.nvptxcompiler.nvPTXCompileResult;
import jcuda.nvptxcompiler.nvPTXCompilerHandle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed PTX: every module assembles for the devices it is for, and is what its source says. */
class PtxTest {
    private static final Path MODULE = Path.of(System.getProperty("sweepforge.root"), "tensor-kernels");
    private static final Path COMMITTED = MODULE.resolve("src/main/resources/io/sweepforge/kernels/gpu/ptx");
    private static final Path SOURCES = MODULE.resolve("src/main/cuda");
    private static final List<Integer> LEVELS = List.of(75, 80, 90);

    /** JCuda unpacks its library under a fixed name, so it goes to a folder of this process. */
    @BeforeAll
    static void loadTheAssembler(@TempDir Path folder) {
        String shared = System.setProperty("java.io.tmpdir", folder.toString());
        try {
            JNvPTXCompiler.setExceptionsEnabled(false);
        } finally {
            System.setProperty("java.io.tmpdir", shared);
        }
    }

    static List<Arguments> assemblies() throws IOException {
        return ptx(COMMITTED).stream()
                .flatMap(file -> LEVELS.stream()
                        .filter(level -> level >= level(file))
                        .map(level -> Arguments.of(file.getFileName().toString(), level)))
                .toList();
    }

    private static int level(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll(".*\\.sm_(\\d+)\\.ptx", "$1"));
    }

    @ParameterizedTest
    @MethodSource("assemblies")
    void assembles(String file, int level) throws IOException {
        assertThat(assemble(Files.readAllBytes(COMMITTED.resolve(file)), level)).isEmpty();
    }

    @Test
    void theAssemblerFindsMistakes() {
        String wrong = ".version 7.0\n.target sm_75\n.address_size 64\n.entry k() { add.s32 %r1, %r2, 1; }\n";
        assertThat(assemble(wrong.getBytes(StandardCharsets.UTF_8), 75)).contains("%r1");
    }

    @Test
    void everyModuleHasItsPtx() throws IOException {
        assertThat(ptx(COMMITTED).stream()
                        .map(file -> file.getFileName().toString().replaceAll("\\.sm_.*", "")))
                .containsOnly(files(SOURCES, ".cu").stream()
                        .map(file -> file.getFileName().toString().replace(".cu", ""))
                        .toArray(String[]::new));
    }

    @Test
    void isWhatTheSourcesSay(@TempDir Path fresh) throws Exception {
        Process nvcc = start("nvcc", "--version");
        String version = nvcc == null ? "absent" : output(nvcc);
        Skip.unless(version.contains("release 13.0"), () -> "needs nvcc 13.0, which is " + version.strip());
        Process build = start(SOURCES.resolve("build-ptx").toString(), fresh.toString());
        assertThat(output(build)).isEmpty();
        assertThat(ptx(fresh)).hasSameSizeAs(ptx(COMMITTED));
        for (Path file : ptx(fresh)) {
            assertThat(Files.mismatch(file, COMMITTED.resolve(file.getFileName())))
                    .as("first byte in which %s differs from its source; build-ptx makes it anew", file.getFileName())
                    .isEqualTo(-1);
        }
    }

    /** Null when there is no such program. */
    private static Process start(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return null;
        }
    }

    private static String output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    private static List<Path> ptx(Path folder) throws IOException {
        return files(folder, ".ptx");
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    /** What the assembler complains about. */
    private static String assemble(byte[] ptx, int level) {
        nvPTXCompilerHandle compiler = new nvPTXCompilerHandle();
        JNvPTXCompiler.nvPTXCompilerCreate(compiler, ptx.length, ptx);
        try {
            String[] options = {"--gpu-name=sm_" + level};
            int result = JNvPTXCompiler.nvPTXCompilerCompile(compiler, options.length, options);
            return result == nvPTXCompileResult.NVPTXCOMPILE_SUCCESS
                    ? ""
                    : nvPTXCompileResult.stringFor(result) + ": " + errors(compiler);
        } finally {
            JNvPTXCompiler.nvPTXCompilerDestroy(compiler);
        }
    }

    private static String errors(nvPTXCompilerHandle compiler) {
        long[] size = new long[1];
        JNvPTXCompiler.nvPTXCompilerGetErrorLogSize(compiler, size);
        byte[] log = new byte[Math.toIntExact(size[0]) + 1];
        JNvPTXCompiler.nvPTXCompilerGetErrorLog(compiler, log);
        return new String(log, StandardCharsets.UTF_8);
    }
}
