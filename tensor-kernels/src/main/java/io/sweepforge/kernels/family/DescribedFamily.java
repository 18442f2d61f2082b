package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.DataShape;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.data.Task;
import io.sweepforge.kernels.nn.NetworkSpec;
import java.util.List;
import java.util.Map;

/** What all families share: everything that follows from their description, their network and their examples. */
abstract class DescribedFamily implements TrainableFamily {
    /** Smaller batches would leave the backend idle in evaluation. */
    private static final int EVALUATION_BATCH = 64;

    /** The constant part of a family, as {@link ModelFamily} describes it. */
    record About(
            String name,
            String description,
            Task task,
            List<ParameterDescription> parameters,
            Map<String, Object> defaultSpace,
            int defaultEpochs,
            List<MetricDescription> metrics) {}

    private final About about;

    DescribedFamily(About about) {
        this.about = about;
    }

    /** Problems of parameters that are each in range on data that suits the family; one sentence each. */
    abstract List<String> fitProblems(Parameters parameters, DataShape shape);

    abstract NetworkSpec network(Parameters parameters, DataShape shape);

    abstract Examples examples(Parameters parameters, Dataset dataset, int maxBatch);

    /** Training examples that data of this shape give. */
    abstract int trainingExamples(Parameters parameters, DataShape shape);

    @Override
    public final String name() {
        return about.name();
    }

    @Override
    public final String description() {
        return about.description();
    }

    @Override
    public final String task() {
        return about.task().label();
    }

    @Override
    public final List<ParameterDescription> parameters() {
        return about.parameters();
    }

    @Override
    public final Map<String, Object> defaultSpace() {
        return about.defaultSpace();
    }

    @Override
    public final int defaultEpochs() {
        return about.defaultEpochs();
    }

    @Override
    public final List<MetricDescription> metrics() {
        return about.metrics();
    }

    @Override
    public List<String> dataProblems(DataShape shape) {
        return shape.task().equals(task())
                ? List.of()
                : List.of(name() + " needs data for " + task() + ", this is for " + shape.task());
    }

    @Override
    public final List<String> problems(Map<String, Object> parameters, int epochs, DataShape shape) {
        List<String> problems = Parameters.problems(about.parameters(), parameters);
        if (problems.isEmpty()) {
            problems = TrainingParameters.problems(resolve(parameters), epochs);
        }
        if (problems.isEmpty()) {
            problems = dataProblems(shape);
        }
        return problems.isEmpty() ? fitProblems(resolve(parameters), shape) : problems;
    }

    /** As {@link ModelFamily} says; {@link Long#MAX_VALUE} for a network too large to count its parameters. */
    @Override
    public final long estimateBytes(Map<String, Object> parameters, DataShape shape) {
        Parameters resolved = resolve(parameters);
        int maxBatch = maxBatch(resolved);
        try {
            NetworkSpec network = network(resolved, shape);
            long staging = (long) maxBatch * (network.inputSize() + 2L * network.outputSize());
            return network.estimateBytes(maxBatch) + Float.BYTES * (staging + trainingExamples(resolved, shape));
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public final TrainingPlan plan(Map<String, Object> parameters, int epochs, Dataset dataset) {
        List<String> problems = problems(parameters, epochs, dataset.shape());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        Parameters resolved = resolve(parameters);
        int batchSize = resolved.integer("batchSize");
        int maxBatch = maxBatch(resolved);
        Examples examples = examples(resolved, dataset, maxBatch);
        int stepsPerEpoch = (examples.count(Split.TRAINING) + batchSize - 1) / batchSize;
        return new TrainingPlan(
                "family=" + name() + "\n" + resolved,
                network(resolved, dataset.shape()),
                TrainingParameters.optimizer(resolved),
                TrainingParameters.schedule(resolved, epochs, stepsPerEpoch),
                batchSize,
                maxBatch,
                examples);
    }

    private Parameters resolve(Map<String, Object> parameters) {
        return Parameters.of(about.parameters(), parameters);
    }

    private static int maxBatch(Parameters parameters) {
        return Math.max(parameters.integer("batchSize"), EVALUATION_BATCH);
    }
}
