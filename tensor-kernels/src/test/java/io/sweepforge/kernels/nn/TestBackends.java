package io.sweepforge.kernels.nn;

import io.sweepforge.kernels.array.gpu.FusedBackend;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import io.sweepforge.kernels.nn.cudnn.LazyBackend;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the suites run over: the backends of this machine, and the GPU's: on an emulated GPU, or on a real one when the system
 * property {@code sweepforge.test-gpu} names its ordinal.
 */
public final class TestBackends {
    private static final Integer GPU = Integer.getInteger("sweepforge.test-gpu");
    private static final List<Backend> ALL = Stream.concat(
                    Backends.all().stream(), Stream.of(GPU == null ? LazyBackend.emulated() : LazyBackend.real(GPU)))
            .toList();

    private TestBackends() {}

    public static List<Backend> all() {
        return ALL;
    }

    /** Everything that computes networks: these, and the kernels of GPU trial arrays. */
    static List<Backend> computing() {
        return Stream.concat(ALL.stream(), Stream.of(new FusedBackend(ThreadOrder.SEEDED, 32, 4096)))
                .toList();
    }

    /** All that have to agree with the reference. */
    static List<Backend> compared() {
        return computing().stream()
                .filter(backend -> !backend.name().equals("reference"))
                .toList();
    }

    static Backend named(String name) {
        return ALL.stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
