package io.sweepforge.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a node has to train.
 *
 * @param device the device of the node that was offered
 * @param parameters fixed and suggested ones together
 * @param epochs epochs in all, those before the checkpoint included
 * @param seed the trial's own seed: the same for every attempt
 * @param resumeFrom null to begin anew
 * @param checkpointEvery epochs between checkpoints, at least 1
 */
public record TrialAssignment(
        AttemptId attempt,
        String device,
        String family,
        DatasetReference dataset,
        Map<String, Object> parameters,
        int epochs,
        long seed,
        @Nullable CheckpointReference resumeFrom,
        int checkpointEvery)
        implements ProtocolMessage {}
