package io.sweepforge.kernels.check;

import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.Problem;
import io.sweepforge.kernels.nn.reference.ReferenceBackend;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Whether a backend computes what the reference does, from the same weights and the same data. */
final class Agreement {
    /** Of the largest value: a few hundred roundings of single precision. */
    private static final double TOLERANCE = 2e-5;
    /** Of the first loss: what such roundings grow to over many steps. */
    private static final double TOLERANCE_OF_LOSSES = 1e-3;

    private static final double LEARNING_RATE = 1e-3;
    /** Clipped, so that no problem runs away and roundings with it. */
    private static final OptimizerSpec SGD =
            OptimizerSpec.of(OptimizerSpec.Kind.SGD).withMomentum(0.9).withClipNorm(1);

    private final Problem problem;
    private final Network device;
    private final Network reference;

    private Agreement(Problem problem, Network device, Network reference) {
        this.problem = problem;
        this.device = device;
        this.reference = reference;
    }

    /**
     * Compares outputs, loss, gradients and then the losses of a training.
     *
     * @param steps of the training, from 1
     * @return the first difference that is too large
     */
    static Optional<String> check(Backend backend, Problem problem, int steps) {
        try (Network device = backend.plan(problem.spec(), problem.batch());
                Network reference = new ReferenceBackend().plan(problem.spec(), problem.batch())) {
            device.initialise(1);
            reference.initialise(1);
            Agreement agreement = new Agreement(problem, device, reference);
            return difference("initial weight", device.weights(), reference.weights())
                    .or(agreement::outputs)
                    .or(() -> agreement.losses(steps));
        }
    }

    private Optional<String> outputs() {
        reference.setWeights(device.weights());
        return difference("output", infer(device), infer(reference));
    }

    private double[] infer(Network network) {
        float[] outputs = new float[problem.batch() * problem.spec().outputSize()];
        network.infer(problem.inputs(), problem.batch(), outputs);
        double[] values = new double[outputs.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = outputs[i];
        }
        return values;
    }

    private Optional<String> losses(int steps) {
        double first = 0;
        for (int step = 0; step < steps; step++) {
            double got = problem.train(device, SGD, LEARNING_RATE);
            double right = problem.train(reference, SGD, LEARNING_RATE);
            first = step == 0 ? right : first;
            double tolerance = step == 0 ? TOLERANCE : TOLERANCE_OF_LOSSES;
            if (!(Math.abs(got - right) <= tolerance * Math.max(1, first))) {
                return Optional.of("the loss of step %d is %s, the reference's %s".formatted(step, got, right));
            }
            if (step == 0) {
                Optional<String> gradients = difference("gradient", device.gradients(), reference.gradients());
                if (gradients.isPresent()) {
                    return gradients;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(String what, double[] got, double[] right) {
        double scale = Math.max(1, DoubleStream.of(right).map(Math::abs).max().orElse(1));
        for (int i = 0; i < right.length; i++) {
            if (!(Math.abs(got[i] - right[i]) <= TOLERANCE * scale)) {
                return Optional.of("%s %d is %s, the reference's %s".formatted(what, i, got[i], right[i]));
            }
        }
        return Optional.empty();
    }
}
