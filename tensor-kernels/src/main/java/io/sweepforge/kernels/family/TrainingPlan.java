package io.sweepforge.kernels.family;

import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.Schedule;

/**
 * What to compute for one trial.
 *
 * @param identity the family and every parameter with its value, one per line: equal for equal trials only
 * @param network to train
 * @param schedule of the learning rate by training step
 * @param batchSize examples in a training step; the last step of an epoch takes what is left
 * @param maxBatch largest batch in training or evaluation
 * @param examples for this trial alone, with its own buffers
 */
public record TrainingPlan(
        String identity,
        NetworkSpec network,
        OptimizerSpec optimizer,
        Schedule schedule,
        int batchSize,
        int maxBatch,
        Examples examples) {}
