package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.LabelledDataset;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.OptimizerSpec;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Examples of a classification. Beside the validation loss, the mean loss of the training steps shows overfitting. */
final class LabelledExamples implements Examples {
    static final List<MetricDescription> METRICS = List.of(
            new MetricDescription("validationAccuracy", true, "Share of validation rows classified correctly, 0 to 1"),
            new MetricDescription("validationLoss", false, "Mean cross-entropy on the validation rows, in nats"),
            new MetricDescription("trainingLoss", false, "Mean loss over the epoch's training steps, in nats"),
            new MetricDescription("testAccuracy", true, "Share of test rows classified correctly, 0 to 1"),
            new MetricDescription("testLoss", false, "Mean cross-entropy on the test rows, in nats"));

    private final LabelledDataset data;
    private final RowLayout layout;
    private final float[] inputs;
    private final float[] logits;
    private final int[] labels;
    private final int classes;
    private final Map<Split, ClassificationScore> scores = new EnumMap<>(Split.class);

    LabelledExamples(LabelledDataset data, RowLayout layout, int maxBatch) {
        this.data = data;
        this.layout = layout;
        this.classes = data.classes().size();
        this.inputs = new float[Math.multiplyExact(maxBatch, data.rowSize())];
        this.logits = new float[maxBatch * classes];
        this.labels = new int[maxBatch];
    }

    @Override
    public int count(Split split) {
        return data.count(split);
    }

    @Override
    public double train(
            Network network, int[] order, int from, int count, OptimizerSpec optimizer, double learningRate) {
        for (int i = 0; i < count; i++) {
            layout.copy(data, Split.TRAINING, order[from + i], inputs, i * data.rowSize());
            labels[i] = data.label(Split.TRAINING, order[from + i]);
        }
        return network.train(inputs, labels, count, optimizer, learningRate);
    }

    @Override
    public void beginEvaluation() {
        scores.clear();
    }

    @Override
    public void score(Network network, Split split, int from, int count) {
        for (int i = 0; i < count; i++) {
            layout.copy(data, split, from + i, inputs, i * data.rowSize());
        }
        network.infer(inputs, count, logits);
        score(logits, split, from, count);
    }

    @Override
    public void score(float[] outputs, Split split, int from, int count) {
        for (int i = 0; i < count; i++) {
            score(split).add(outputs, i * classes, classes, data.label(split, from + i));
        }
    }

    @Override
    public Map<String, Double> metrics(double trainingLoss) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("validationAccuracy", score(Split.VALIDATION).accuracy());
        metrics.put("validationLoss", score(Split.VALIDATION).loss());
        metrics.put("trainingLoss", trainingLoss);
        metrics.put("testAccuracy", score(Split.TEST).accuracy());
        metrics.put("testLoss", score(Split.TEST).loss());
        return metrics;
    }

    private ClassificationScore score(Split split) {
        return scores.computeIfAbsent(split, fresh -> new ClassificationScore());
    }

    /** Part after part. */
    @Override
    public ExampleArrays arrays() {
        int rows = Arrays.stream(Split.values()).mapToInt(this::count).sum();
        float[] allInputs = new float[Math.multiplyExact(rows, data.rowSize())];
        int[] allLabels = new int[rows];
        int row = 0;
        for (Split split : Split.values()) {
            for (int i = 0; i < count(split); i++, row++) {
                layout.copy(data, split, i, allInputs, row * data.rowSize());
                allLabels[row] = data.label(split, i);
            }
        }
        return new ExampleArrays(allInputs, new float[0], allLabels);
    }

    @Override
    public ExamplePositions positions() {
        Map<Split, ExamplePositions.First> parts = new EnumMap<>(Split.class);
        int row = 0;
        for (Split split : Split.values()) {
            parts.put(split, new ExamplePositions.First(row * data.rowSize(), row));
            row += count(split);
        }
        return new ExamplePositions(data.rowSize(), 1, false, parts);
    }
}
