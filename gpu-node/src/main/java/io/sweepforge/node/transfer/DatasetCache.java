package io.sweepforge.node.transfer;

import io.sweepforge.kernels.data.BadDatasetException;
import io.sweepforge.kernels.data.DataFormat;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.DatasetDescription;
import io.sweepforge.kernels.data.Datasets;
import io.sweepforge.kernels.data.Task;
import io.sweepforge.node.trial.DatasetSource;
import io.sweepforge.node.trial.TrialFailedException;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FailureCode;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Data sets of this node: downloaded once (see {@link DatasetFiles}), decoded once, shared by all lanes, and dropped from
 * memory when no lane needs them and the memory is needed.
 */
public final class DatasetCache implements DatasetSource {
    private final DatasetFiles files;
    private final Executor executor;
    private final Map<DatasetReference, CompletableFuture<Dataset>> underWay = new HashMap<>();
    private final Map<DatasetReference, SoftReference<Dataset>> decoded = new HashMap<>();

    /** @param executor reads files and decodes */
    public DatasetCache(DatasetFiles files, Executor executor) {
        this.files = files;
        this.executor = executor;
    }

    @Override
    public synchronized CompletableFuture<Dataset> load(DatasetReference reference) {
        SoftReference<Dataset> known = decoded.get(reference);
        Dataset dataset = known == null ? null : known.get();
        if (dataset != null) {
            return CompletableFuture.completedFuture(dataset);
        }
        CompletableFuture<Dataset> loading = underWay.get(reference);
        if (loading == null) {
            loading = files.bytes(reference).thenApplyAsync(bytes -> decode(reference, bytes), executor);
            underWay.put(reference, loading);
            loading.whenComplete((loaded, error) -> remember(reference, loaded));
        }
        return loading;
    }

    private synchronized void remember(DatasetReference reference, @Nullable Dataset dataset) {
        underWay.remove(reference);
        if (dataset != null) {
            decoded.put(reference, new SoftReference<>(dataset));
        }
    }

    private static Dataset decode(DatasetReference reference, byte[] bytes) {
        try {
            return Datasets.decode(description(reference), bytes);
        } catch (BadDatasetException | IllegalArgumentException e) {
            throw new CompletionException(
                    new TrialFailedException(FailureCode.UNSUITABLE_DATA, String.valueOf(e.getMessage())));
        }
    }

    private static DatasetDescription description(DatasetReference reference) {
        Task task = Task.of(reference.task());
        return new DatasetDescription(
                reference.name(),
                task,
                DataFormat.of(reference.format()),
                reference.target(),
                reference.index(),
                task == Task.CLASSIFICATION ? reference.shape() : List.of());
    }
}
