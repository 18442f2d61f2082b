package io.sweepforge.kernels.gpu.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudnnSearchTest {
    @TempDir
    Path root;

    @Test
    void whereTheOperatorSaysIsTheOnlyPlace() throws IOException {
        install("usr/lib/x86_64-linux-gnu");

        CudnnSearch search = new CudnnSearch(root, "opt/cudnn", Map.of());

        assertThat(search.find()).isEmpty();
        assertThat(search.directories()).contains(root.resolve("opt/cudnn/lib")).hasSize(4);
        Path mine = install("opt/cudnn/lib");
        assertThat(search.find()).hasValue(mine);
    }

    @Test
    void theEnvironmentWinsOverTheSystem() throws IOException {
        install("usr/lib/x86_64-linux-gnu");
        Path linked = install("linked");
        assertThat(find(Map.of("LD_LIBRARY_PATH", "nowhere::" + "linked"))).isEqualTo(linked);

        Path home = install("home/lib64");
        assertThat(find(Map.of("LD_LIBRARY_PATH", "linked", "CUDNN_HOME", "home")))
                .isEqualTo(home);
    }

    @Test
    void findsWhatPythonPackagesCarry() throws IOException {
        Path carried = install("usr/local/lib/python3.12/dist-packages/nvidia/cudnn/lib");
        assertThat(find(Map.of())).isEqualTo(carried);

        Path mine = install("me/.local/lib/python3.11/site-packages/nvidia/cudnn/lib");
        assertThat(find(Map.of("HOME", "me"))).isEqualTo(mine);
    }

    @Test
    void aVirtualEnvironmentWinsOverTheUsersPackages() throws IOException {
        install("me/.local/lib/python3.11/site-packages/nvidia/cudnn/lib");
        Path virtual = install("venv/lib/python3.12/site-packages/nvidia/cudnn/lib");

        assertThat(find(Map.of("HOME", "me", "VIRTUAL_ENV", "venv"))).isEqualTo(virtual);
    }

    private Path find(Map<String, String> environment) {
        return new CudnnSearch(root, "", environment).find().orElseThrow();
    }

    private Path install(String directory) throws IOException {
        Path library = root.resolve(directory).resolve(CudnnSearch.LIBRARY);
        Files.createDirectories(library.getParent());
        return Files.createFile(library);
    }
}
