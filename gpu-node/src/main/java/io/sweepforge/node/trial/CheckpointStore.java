package io.sweepforge.node.trial;

import io.sweepforge.protocol.CheckpointReference;
import java.util.concurrent.CompletableFuture;

/** Where checkpoints are kept. Futures fail with {@link TrialFailedException} when trying again would not help. */
public interface CheckpointStore {
    /** Completes when the checkpoint is safe; cancel it to give up. */
    CompletableFuture<CheckpointReference> save(int epoch, byte[] bytes);

    CompletableFuture<byte[]> load(CheckpointReference reference);
}
