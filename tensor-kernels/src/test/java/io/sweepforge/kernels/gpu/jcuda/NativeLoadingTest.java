package io.sweepforge.kernels.gpu.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.kernels.gpu.GpuException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeLoadingTest {
    private static final String TEMPORARY = "java.io.tmpdir";

    @Test
    void unpacksIntoADirectoryThatOnlyThisUserCanEnterAndThatIsGoneAfterwards() {
        String before = System.getProperty(TEMPORARY);
        List<Path> during = new ArrayList<>();

        NativeLoading.load(() -> {
            Path directory = Path.of(System.getProperty(TEMPORARY));
            during.add(directory);
            assertThat(permissions(directory)).isEqualTo("rwx------");
            create(directory.resolve("libSomething.so"));
        });

        assertThat(during).singleElement().matches(directory -> !Files.exists(directory));
        assertThat(System.getProperty(TEMPORARY)).isEqualTo(before);
    }

    @Test
    void aLibraryThatCannotBeLoadedIsSaidInTheLinkersWords() {
        String before = System.getProperty(TEMPORARY);

        assertThatThrownBy(() -> NativeLoading.load(() -> {
                    throw new UnsatisfiedLinkError("Error while loading native library \"JCudaDriver\"\n"
                            + "java.lang.UnsatisfiedLinkError: no JCudaDriver in java.library.path: /usr/lib\n"
                            + "\tat somewhere\n"
                            + "java.lang.UnsatisfiedLinkError: /tmp/x/libJCudaDriver.so: libcuda.so.1: cannot open\n");
                }))
                .isInstanceOfSatisfying(
                        GpuException.class, e -> assertThat(e.kind()).isEqualTo(GpuException.Kind.NOT_SUPPORTED))
                .hasMessage("libcuda.so.1: cannot open");
        assertThat(System.getProperty(TEMPORARY)).isEqualTo(before);
    }

    private static String permissions(Path directory) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
