package io.sweepforge.protocol;

import java.util.List;
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
 * @param copy whether that is the checkpoint of another trial: weights, optimizer state and epoch are taken over,
 *     parameters and seed are this trial's own
 * @param checkpointEvery epochs between checkpoints, at least 1
 * @param holdAt epochs, ascending, at which the lane waits for the answer to its report, so that it is not trained on in
 *     vain; not for ever when nobody answers
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
        boolean copy,
        int checkpointEvery,
        List<Integer> holdAt)
        implements ProtocolMessage {}
