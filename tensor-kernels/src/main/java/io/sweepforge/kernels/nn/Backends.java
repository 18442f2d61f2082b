package io.sweepforge.kernels.nn;

import io.sweepforge.kernels.nn.reference.ReferenceBackend;
import io.sweepforge.kernels.nn.vector.VectorBackend;
import java.util.List;
import java.util.stream.Collectors;

/** The backends this build knows. */
public final class Backends {
    private static final List<Backend> ALL = List.of(new ReferenceBackend(), new VectorBackend());

    private Backends() {}

    /** All of them, whether they can run here or not. */
    public static List<Backend> all() {
        return ALL;
    }

    /**
     * The backend of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Backend named(String name) {
        return ALL.stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    String known = ALL.stream().map(Backend::name).collect(Collectors.joining(", "));
                    return new IllegalArgumentException("backend must be one of " + known + ", was " + name);
                });
    }
}
