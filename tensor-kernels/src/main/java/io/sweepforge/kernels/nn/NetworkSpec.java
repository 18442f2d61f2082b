package io.sweepforge.kernels.nn;

import java.util.List;

/**
 * A network: a chain of layers and the loss of its output.
 *
 * @param inputShape of one example, row-major: [I], [T, I] or [C, H, W]
 * @param layers at least one with parameters
 * @param loss softmax cross-entropy needs an output of shape [classes]
 */
public record NetworkSpec(List<Integer> inputShape, List<LayerSpec> layers, Loss loss) {
    /** @throws IllegalArgumentException when the layers do not fit each other, naming the first that does not */
    public NetworkSpec {
        inputShape = List.copyOf(inputShape);
        layers = List.copyOf(layers);
        if (inputShape.isEmpty()) {
            throw new IllegalArgumentException("inputShape must have at least one axis, was []");
        }
        for (int axis = 0; axis < inputShape.size(); axis++) {
            Checks.atLeast("inputShape[" + axis + "]", inputShape.get(axis), 1);
        }
        List<Stage> stages = Stages.of(inputShape, layers);
        if (count(stages) == 0) {
            throw new IllegalArgumentException("layers must contain one with parameters to train, was " + layers);
        }
        List<Integer> output = stages.get(stages.size() - 1).output();
        if (loss == Loss.SOFTMAX_CROSS_ENTROPY && output.size() != 1) {
            throw new IllegalArgumentException(
                    "softmax cross-entropy needs an output of shape [classes], the last layer gives " + output);
        }
    }

    /** The layers in their places. */
    public List<Stage> stages() {
        return Stages.of(inputShape, layers);
    }

    /** Elements of one input example. */
    public int inputSize() {
        return Shapes.size(inputShape);
    }

    /** Shape of one output example. */
    public List<Integer> outputShape() {
        List<Stage> stages = stages();
        return stages.get(stages.size() - 1).output();
    }

    /** Elements of one output example. */
    public int outputSize() {
        return Shapes.size(outputShape());
    }

    /** Number of trained parameters. */
    public int parameterCount() {
        return count(stages());
    }

    /** About what a single-precision network of this kind occupies, in bytes, not less than it really does. */
    public long estimateBytes(int maxBatch) {
        return MemoryEstimate.bytes(stages(), maxBatch);
    }

    private static int count(List<Stage> stages) {
        return stages.stream().mapToInt(Stage::parameterCount).reduce(0, Math::addExact);
    }
}
