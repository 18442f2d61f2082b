package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.family.ExamplePositions;
import io.sweepforge.kernels.family.Examples;
import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.nn.NetworkSpec;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a lane computes, apart from its weights and its optimizer.
 *
 * @param batch examples of a training step or of a batch of an evaluation
 * @param trained examples of an epoch
 * @param evaluated examples of each part after an epoch
 */
record LaneTask(
        NetworkSpec network, int batch, int trained, ExamplePositions positions, Map<Split, Integer> evaluated) {
    LaneTask {
        evaluated = Map.copyOf(evaluated);
    }

    static LaneTask of(TrainingPlan plan) {
        Examples examples = plan.examples();
        Map<Split, Integer> evaluated = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            evaluated.put(split, examples.evaluated(split));
        }
        int trained = examples.count(Split.TRAINING);
        return new LaneTask(plan.network(), plan.batchSize(), trained, examples.positions(), evaluated);
    }

    int stepsPerEpoch() {
        return (trained + batch - 1) / batch;
    }

    /** Elements of the outputs of a part's evaluation. */
    int outputs(Split split) {
        return Math.multiplyExact(evaluated.getOrDefault(split, 0), network.outputSize());
    }
}
