package io.sweepforge.kernels.nn;

import io.sweepforge.kernels.nn.cudnn.EmulatedCudnn;
import java.util.List;
import java.util.stream.Stream;

/** What the suites run over: the backends of this machine, and the GPU's on an emulated GPU. */
public final class TestBackends {
    private TestBackends() {}

    public static List<Backend> all() {
        return Stream.concat(Backends.all().stream(), Stream.of(new EmulatedCudnn()))
                .toList();
    }

    /** All that have to agree with the reference. */
    static List<Backend> compared() {
        return all().stream()
                .filter(backend -> !backend.name().equals("reference"))
                .toList();
    }

    static Backend named(String name) {
        return all().stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
