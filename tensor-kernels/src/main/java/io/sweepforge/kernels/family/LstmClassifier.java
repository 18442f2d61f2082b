package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.DataShape;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.LabelledDataset;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.data.Task;
import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An LSTM over a sequence [T, I], or over the H rows of an image [C, H, W] as steps of C W features. */
final class LstmClassifier extends DescribedFamily {
    private static final Map<String, Object> SPACE = Map.of(
            "learningRate", Describe.logRange(5e-4, 2e-2),
            "hidden", Describe.steps(16, 64, 16),
            "layers", Describe.steps(1, 2, 1),
            "bidirectional", Describe.choice("false", "true"),
            "dropout", Describe.range(0, 0.5));

    LstmClassifier() {
        super(new About(
                "lstm-classifier",
                "Classifies sequences, or images row by row, with an LSTM",
                Task.CLASSIFICATION,
                TrainingParameters.after(Layers.lstmParameters(48, 0.1), TrainingParameters.descriptions(8e-3, 32, 1)),
                SPACE,
                15,
                LabelledExamples.METRICS));
    }

    @Override
    List<String> fitProblems(Parameters parameters, DataShape shape) {
        return List.of();
    }

    @Override
    NetworkSpec network(Parameters parameters, DataShape shape) {
        List<LayerSpec> layers = new ArrayList<>();
        Layers.addLstm(layers, parameters);
        layers.add(new LayerSpec.Dense(shape.classes()));
        return new NetworkSpec(sequence(shape.shape()), layers, Loss.SOFTMAX_CROSS_ENTROPY);
    }

    private static List<Integer> sequence(List<Integer> row) {
        return row.size() == 3 ? List.of(row.get(1), row.get(0) * row.get(2)) : row;
    }

    @Override
    Examples examples(Parameters parameters, Dataset dataset, int maxBatch) {
        RowLayout layout = RowLayout.sequence(dataset.shape().shape());
        return new LabelledExamples((LabelledDataset) dataset, layout, maxBatch);
    }

    @Override
    int trainingExamples(Parameters parameters, DataShape shape) {
        return Split.TRAINING.end(shape.rows());
    }
}
