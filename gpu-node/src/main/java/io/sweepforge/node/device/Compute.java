package io.sweepforge.node.device;

import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamily;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What computes on one device. */
public interface Compute extends AutoCloseable {
    /** A trial array on it. */
    TrialArray open(ModelFamily family, Dataset dataset);

    /** How it is doing; any thread may ask. */
    Readings readings();

    /** Why this process cannot use the device any more, while another one can; asked when something failed on it. */
    default Optional<String> broken() {
        return Optional.empty();
    }

    /** Follows the closing of its arrays. */
    @Override
    void close();

    /**
     * What there is to measure.
     *
     * @param utilisation share of the last moments in which it worked, 0 to 1; null when nobody knows
     * @param temperatureCelsius null when nobody knows
     */
    record Readings(@Nullable Double utilisation, @Nullable Integer temperatureCelsius) {}
}
