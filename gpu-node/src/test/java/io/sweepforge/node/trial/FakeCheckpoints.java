package io.sweepforge.node.trial;

import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.FailureCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A store that answers when the test says so. */
final class FakeCheckpoints implements CheckpointStore {
    private record Save(int epoch, CompletableFuture<CheckpointReference> future) {}

    final List<Integer> asked = new ArrayList<>();
    private final Deque<Save> open = new ArrayDeque<>();

    @Override
    public CompletableFuture<CheckpointReference> save(int epoch, byte[] bytes) {
        CompletableFuture<CheckpointReference> future = new CompletableFuture<>();
        asked.add(epoch);
        open.add(new Save(epoch, future));
        return future;
    }

    @Override
    public CompletableFuture<byte[]> load(CheckpointReference reference) {
        return reference.hash().equals("lost")
                ? CompletableFuture.failedFuture(new TrialFailedException(FailureCode.BAD_CHECKPOINT, "lost"))
                : CompletableFuture.completedFuture(new byte[] {7});
    }

    void succeed() {
        Save save = open.remove();
        save.future().complete(new CheckpointReference("hash-" + save.epoch(), save.epoch(), 3));
    }

    void refuse() {
        open.remove().future().completeExceptionally(new TrialFailedException(FailureCode.BAD_CHECKPOINT, "refused"));
    }

    boolean lastWasCancelled() {
        return open.getLast().future().isCancelled();
    }
}
