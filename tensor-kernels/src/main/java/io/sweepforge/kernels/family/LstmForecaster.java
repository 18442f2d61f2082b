package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.DataShape;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.ForecastWindows;
import io.sweepforge.kernels.data.SeriesDataset;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.data.Task;
import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An LSTM over a window of a series, whose final state is mapped to all values of the horizon at once. */
final class LstmForecaster extends DescribedFamily {
    private static final List<ParameterDescription> OWN = TrainingParameters.after(
            List.of(
                    Describe.integer("window", 1, 4096, 48, "Observed rows that a forecast is made from"),
                    Describe.integer("horizon", 1, 1024, 12, "Rows ahead that are forecast, all at once"),
                    Describe.category(
                            "predict",
                            List.of("level", "change"),
                            "change",
                            "Whether the network gives the target itself or its change since the last observed row")),
            Layers.lstmParameters(32, 0.2));

    private static final Map<String, Object> SPACE = Map.of(
            "learningRate", Describe.logRange(1e-3, 1e-2),
            "hidden", Describe.steps(16, 48, 16),
            "dropout", Describe.range(0, 0.5),
            "weightDecay", Describe.logRange(1e-6, 1e-3),
            "bidirectional", Describe.choice("false", "true"));

    LstmForecaster() {
        super(new About(
                "lstm-forecaster",
                "Forecasts one variable of a series several steps ahead with an LSTM",
                Task.FORECASTING,
                TrainingParameters.after(OWN, TrainingParameters.descriptions(3e-3, 32, 1)),
                SPACE,
                20,
                ForecastExamples.METRICS));
    }

    @Override
    List<String> fitProblems(Parameters parameters, DataShape shape) {
        int window = parameters.integer("window");
        int horizon = parameters.integer("horizon");
        return Arrays.stream(Split.values())
                .filter(split -> ForecastWindows.count(split, shape.rows(), window, horizon) < 1)
                .findFirst()
                .map(split -> "window " + window + " and horizon " + horizon + " are too long for the "
                        + (split.end(shape.rows()) - split.start(shape.rows())) + " " + split.label()
                        + " rows of this series; shorten them")
                .stream()
                .toList();
    }

    @Override
    NetworkSpec network(Parameters parameters, DataShape shape) {
        List<LayerSpec> layers = new ArrayList<>();
        Layers.addLstm(layers, parameters);
        layers.add(new LayerSpec.Dense(parameters.integer("horizon")));
        List<Integer> input =
                List.of(parameters.integer("window"), shape.shape().get(0));
        return new NetworkSpec(input, layers, Loss.MEAN_SQUARED_ERROR);
    }

    @Override
    Examples examples(Parameters parameters, Dataset dataset, int maxBatch) {
        ForecastWindows windows = new ForecastWindows(
                (SeriesDataset) dataset, parameters.integer("window"), parameters.integer("horizon"));
        return new ForecastExamples(windows, parameters.category("predict").equals("change"), maxBatch);
    }

    @Override
    int trainingExamples(Parameters parameters, DataShape shape) {
        return ForecastWindows.count(
                Split.TRAINING, shape.rows(), parameters.integer("window"), parameters.integer("horizon"));
    }
}
