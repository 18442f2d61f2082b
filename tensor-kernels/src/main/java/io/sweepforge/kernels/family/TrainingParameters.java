package io.sweepforge.kernels.family;

import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parameters of training itself, the same in every family. */
final class TrainingParameters {
    private static final double NO_CLIPPING = 0;

    private TrainingParameters() {}

    /** @param clipNorm the default; recurrent networks want one */
    static List<ParameterDescription> descriptions(double learningRate, int batchSize, double clipNorm) {
        return List.of(
                Describe.number("learningRate", 1e-6, 1, learningRate, "Highest learning rate of the schedule"),
                Describe.category("optimizer", List.of("sgd", "adam", "adamw", "rmsprop"), "adam", "Update rule"),
                Describe.number("momentum", 0, 0.999, 0.9, "Momentum of sgd; other optimizers do not use it"),
                Describe.number("weightDecay", 0, 1, 0, "L2 penalty; decoupled from the gradient with adamw"),
                Describe.integer("batchSize", 1, 4096, batchSize, "Examples in a training step"),
                Describe.category(
                        "schedule",
                        List.of("constant", "step", "cosine"),
                        "cosine",
                        "Course of the learning rate after the warm-up"),
                Describe.integer("warmupEpochs", 0, 1000, 0, "Epochs of linear rise to the learning rate"),
                Describe.integer("stepEpochs", 1, 10_000, 10, "Epochs between two falls of the step schedule"),
                Describe.number("stepFactor", 0.001, 1, 0.1, "What the step schedule multiplies with at each fall"),
                Describe.number(
                        "clipNorm", NO_CLIPPING, 1e6, clipNorm, "Largest norm of all gradients; 0 for no limit"));
    }

    static OptimizerSpec optimizer(Parameters parameters) {
        OptimizerSpec.Kind kind =
                OptimizerSpec.Kind.valueOf(parameters.category("optimizer").toUpperCase(Locale.ROOT));
        double momentum = kind == OptimizerSpec.Kind.SGD ? parameters.number("momentum") : 0;
        return OptimizerSpec.of(kind)
                .withMomentum(momentum)
                .withWeightDecay(parameters.number("weightDecay"))
                .withClipNorm(parameters.number("clipNorm"));
    }

    /** Why these parameters cannot fill this many epochs; empty when they can. */
    static List<String> problems(Parameters parameters, int epochs) {
        int warmup = parameters.integer("warmupEpochs");
        if (epochs < 1) {
            return List.of("epochs must be at least 1, was " + epochs);
        }
        return warmup < epochs
                ? List.of()
                : List.of("warmupEpochs must be below the " + epochs + " epochs, was " + warmup);
    }

    /** The learning rate of each step of a run of {@code epochs} without {@link #problems}. */
    static Schedule schedule(Parameters parameters, int epochs, int stepsPerEpoch) {
        Schedule.Shape shape = switch (parameters.category("schedule")) {
            case "step" ->
                new Schedule.Step(
                        (long) parameters.integer("stepEpochs") * stepsPerEpoch, parameters.number("stepFactor"));
            case "cosine" -> new Schedule.Cosine();
            default -> new Schedule.Constant();
        };
        return new Schedule(
                shape,
                parameters.number("learningRate"),
                (long) parameters.integer("warmupEpochs") * stepsPerEpoch,
                (long) epochs * stepsPerEpoch);
    }

    /** These and a family's own, which come first. */
    static List<ParameterDescription> after(List<ParameterDescription> own, List<ParameterDescription> training) {
        List<ParameterDescription> all = new ArrayList<>(own);
        all.addAll(training);
        return List.copyOf(all);
    }
}
