package io.sweepforge.kernels.check;

import io.sweepforge.kernels.gpu.GpuException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a check went.
 *
 * @param name what was checked
 * @param complaint what was wrong; empty when nothing was
 */
public record CheckResult(String name, Optional<String> complaint) {
    public boolean passed() {
        return complaint.isEmpty();
    }

    /** Makes a check; one that throws has failed. */
    static CheckResult of(String name, Supplier<Optional<String>> check) {
        try {
            return new CheckResult(name, check.get());
        } catch (GpuException | IllegalArgumentException | IllegalStateException e) {
            return new CheckResult(name, Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
