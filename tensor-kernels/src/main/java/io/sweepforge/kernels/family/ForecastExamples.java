package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.ForecastWindows;
import io.sweepforge.kernels.data.SeriesDataset;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.OptimizerSpec;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Windows of a series. The network predicts, in standardised units, either the target itself or its change since the
 * last observed value; metrics are in the target's original units and beside those of the naive forecast over the same
 * windows.
 */
final class ForecastExamples implements Examples {
    static final List<MetricDescription> METRICS = List.of(
            new MetricDescription("validationRmse", false, "Root mean squared error on validation, in target units"),
            new MetricDescription("validationMae", false, "Mean absolute error on validation, in target units"),
            new MetricDescription("validationRmseRatio", false, "validationRmse over that of the naive forecast"),
            new MetricDescription("validationMaeRatio", false, "validationMae over that of the naive forecast"),
            new MetricDescription("trainingLoss", false, "Mean squared error over the epoch's steps, standardised"),
            new MetricDescription("testRmse", false, "Root mean squared error on test, in target units"),
            new MetricDescription("testMae", false, "Mean absolute error on test, in target units"),
            new MetricDescription("testRmseRatio", false, "testRmse over that of the naive forecast"),
            new MetricDescription("testMaeRatio", false, "testMae over that of the naive forecast"));

    private final ForecastWindows windows;
    private final boolean change;
    private final float[] inputs;
    private final float[] targets;
    private final float[] outputs;
    private final int inputSize;
    private ForecastScore validation;
    private ForecastScore test;

    ForecastExamples(ForecastWindows windows, boolean change, int maxBatch) {
        this.windows = windows;
        this.change = change;
        this.inputSize = windows.window() * windows.series().variables().size();
        this.inputs = new float[Math.multiplyExact(maxBatch, inputSize)];
        this.targets = new float[maxBatch * windows.horizon()];
        this.outputs = new float[maxBatch * windows.horizon()];
        this.validation = newScore();
        this.test = newScore();
    }

    private ForecastScore newScore() {
        return new ForecastScore(windows.series().targetScale());
    }

    @Override
    public int count(Split split) {
        return windows.count(split);
    }

    @Override
    public double train(
            Network network, int[] order, int from, int count, OptimizerSpec optimizer, double learningRate) {
        int horizon = windows.horizon();
        for (int i = 0; i < count; i++) {
            int example = order[from + i];
            windows.copyInput(Split.TRAINING, example, inputs, i * inputSize);
            for (int step = 0; step < horizon; step++) {
                targets[i * horizon + step] =
                        windows.target(Split.TRAINING, example, step) - base(Split.TRAINING, example);
            }
        }
        return network.train(inputs, targets, count, optimizer, learningRate);
    }

    @Override
    public void beginEvaluation() {
        validation = newScore();
        test = newScore();
    }

    @Override
    public void score(Network network, Split split, int from, int count) {
        for (int i = 0; i < count; i++) {
            windows.copyInput(split, from + i, inputs, i * inputSize);
        }
        network.infer(inputs, count, outputs);
        score(outputs, split, from, count);
    }

    @Override
    public void score(float[] forecasts, Split split, int from, int count) {
        for (int i = 0; i < count; i++) {
            score(forecasts, i * windows.horizon(), split, from + i);
        }
    }

    private void score(float[] forecasts, int offset, Split split, int example) {
        ForecastScore score = split == Split.VALIDATION ? validation : test;
        for (int step = 0; step < windows.horizon(); step++) {
            double truth = windows.target(split, example, step);
            double forecast = base(split, example) + forecasts[offset + step];
            double naive = windows.lastObserved(split, example);
            score.add(forecast - truth, naive - truth);
        }
    }

    /** What the network's output is relative to. */
    private float base(Split split, int example) {
        return change ? windows.lastObserved(split, example) : 0;
    }

    @Override
    public Map<String, Double> metrics(double trainingLoss) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("validationRmse", validation.rmse());
        metrics.put("validationMae", validation.mae());
        metrics.put("validationRmseRatio", validation.rmseRatio());
        metrics.put("validationMaeRatio", validation.maeRatio());
        metrics.put("trainingLoss", trainingLoss);
        metrics.put("testRmse", test.rmse());
        metrics.put("testMae", test.mae());
        metrics.put("testRmseRatio", test.rmseRatio());
        metrics.put("testMaeRatio", test.maeRatio());
        return metrics;
    }

    /** The series itself: windows overlap. */
    @Override
    public ExampleArrays arrays() {
        SeriesDataset series = windows.series();
        float[] allInputs =
                new float[Math.multiplyExact(series.rows(), series.variables().size())];
        float[] allTargets = new float[series.rows()];
        series.copyRows(0, series.rows(), allInputs, 0);
        for (int row = 0; row < allTargets.length; row++) {
            allTargets[row] = series.target(row);
        }
        return new ExampleArrays(allInputs, allTargets, new int[0]);
    }

    @Override
    public ExamplePositions positions() {
        int width = windows.series().variables().size();
        Map<Split, ExamplePositions.First> parts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            int row = windows.firstTargetRow(split);
            parts.put(split, new ExamplePositions.First((row - windows.window()) * width, row));
        }
        return new ExamplePositions(width, 1, change, parts);
    }
}
