package io.sweepforge.node.trial;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.protocol.DatasetReference;
import java.util.concurrent.CompletableFuture;

/** Where decoded data sets come from. */
@FunctionalInterface
public interface DatasetSource {
    /** Fails with {@link TrialFailedException} when trying again would not help. */
    CompletableFuture<Dataset> load(DatasetReference reference);
}
