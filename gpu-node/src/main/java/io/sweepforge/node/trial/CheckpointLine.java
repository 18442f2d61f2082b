package io.sweepforge.node.trial;

import io.sweepforge.protocol.CheckpointReference;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Saves the checkpoints of one attempt one after another. While one is on its way only the newest of the others is kept,
 * so a store that cannot be reached does not fill the memory.
 */
final class CheckpointLine {
    /** @param last whether the attempt's lane has left and waits for this checkpoint */
    record Checkpoint(int epoch, byte[] bytes, boolean last) {}

    /** How saving ended: either the reference or the error is there. */
    record Saving(
            Checkpoint checkpoint,
            @Nullable CheckpointReference reference,
            @Nullable Throwable error) {}

    private final CheckpointStore store;
    private final Consumer<Saving> ended;
    private @Nullable CompletableFuture<CheckpointReference> underWay;
    private @Nullable Checkpoint waiting;

    /** @param ended told on any thread; has to call {@link #next} unless nothing more is to be saved */
    CheckpointLine(CheckpointStore store, Consumer<Saving> ended) {
        this.store = store;
        this.ended = ended;
    }

    void offer(Checkpoint checkpoint) {
        if (underWay == null) {
            begin(checkpoint);
        } else {
            waiting = checkpoint;
        }
    }

    void next() {
        underWay = null;
        Checkpoint checkpoint = waiting;
        waiting = null;
        if (checkpoint != null) {
            begin(checkpoint);
        }
    }

    void cancel() {
        waiting = null;
        if (underWay != null) {
            underWay.cancel(false);
        }
    }

    private void begin(Checkpoint checkpoint) {
        CompletableFuture<CheckpointReference> saving = store.save(checkpoint.epoch(), checkpoint.bytes());
        underWay = saving;
        saving.whenComplete((reference, error) -> ended.accept(new Saving(checkpoint, reference, error)));
    }
}
