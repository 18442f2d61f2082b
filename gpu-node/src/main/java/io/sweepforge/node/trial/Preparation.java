package io.sweepforge.node.trial;

import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.node.device.LaneRequest.Resume;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.protocol.TrialAssignment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gets what an attempt needs before its lane can start. */
final class Preparation {
    /** @param resume null to begin anew */
    record Prepared(Dataset dataset, @Nullable Resume resume) {}

    private Preparation() {}

    static CompletableFuture<Prepared> begin(
            TrialAssignment assignment, DatasetSource datasets, CheckpointStore checkpoints) {
        return datasets.load(assignment.dataset())
                .thenCombine(
                        resume(assignment, checkpoints),
                        (dataset, resume) -> new Prepared(dataset, resume.orElse(null)));
    }

    private static CompletableFuture<Optional<Resume>> resume(TrialAssignment assignment, CheckpointStore checkpoints) {
        CheckpointReference reference = assignment.resumeFrom();
        return reference == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : checkpoints
                        .load(reference)
                        .thenApply(bytes -> Optional.of(new Resume(reference.epoch(), bytes, assignment.copy())));
    }
}
