package io.sweepforge.kernels.array.gpu;

import io.sweepforge.kernels.array.Feed;
import io.sweepforge.kernels.array.Feeds;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.family.ExamplePositions;
import io.sweepforge.kernels.family.TrainingPlan;
import io.sweepforge.kernels.nn.cudnn.CudnnBackend;
import io.sweepforge.kernels.nn.cudnn.DeviceExamples;

/** Feeds lanes by cuDNN with examples that lie on their GPU. */
final class ResidentFeeds implements Feeds {
    private final CudnnBackend backend;
    private final SharedExamples examples;

    /** @param examples on the backend's GPU; closed with this */
    ResidentFeeds(CudnnBackend backend, SharedExamples examples) {
        this.backend = backend;
        this.examples = examples;
    }

    @Override
    public Feed of(TrainingPlan plan) {
        ExamplePositions positions = plan.examples().positions();
        DeviceExamples lying =
                lying(examples.of(plan), positions, plan.examples().count(Split.TRAINING));
        return new ResidentFeed(backend.plan(plan.network(), plan.maxBatch(), lying), plan, positions);
    }

    private static DeviceExamples lying(ResidentExamples resident, ExamplePositions positions, int trained) {
        ExamplePositions.First first = positions.parts().getOrDefault(Split.TRAINING, new ExamplePositions.First(0, 0));
        return new DeviceExamples(
                resident.inputs(),
                resident.expected(),
                positions.inputStride(),
                positions.targetStride(),
                positions.relative(),
                first.input(),
                first.target(),
                trained);
    }

    @Override
    public void close() {
        examples.close();
    }
}
