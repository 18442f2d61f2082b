package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.DataShape;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.LabelledDataset;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.data.Task;
import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.LayerSpec.Activation.Function;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Convolutions for small images: one to three times (convolution, ReLU, maximum over 2×2), each with twice the filters
 * of the one before, then a hidden dense layer and the classes.
 */
final class ConvClassifier extends DescribedFamily {
    private static final int POOL = 2;

    private static final List<ParameterDescription> OWN = List.of(
            Describe.integer(
                    "filters", 1, 512, 16, "Filters of the first convolution; each later one has twice as many"),
            Describe.integer("convLayers", 1, 3, 2, "Convolutions, each followed by ReLU and a 2x2 maximum"),
            Describe.integer("kernel", 1, 9, 3, "Height and width of a filter, in pixels"),
            Describe.integer("denseUnits", 0, 4096, 64, "Units of the hidden dense layer; 0 for none"),
            Describe.number("dropout", 0, 0.95, 0.2, "Share of values dropped before each dense layer in training"));

    private static final Map<String, Object> SPACE = Map.of(
            "learningRate", Describe.logRange(5e-4, 1e-2),
            "filters", Describe.steps(8, 32, 8),
            "convLayers", Describe.steps(1, 2, 1),
            "denseUnits", Describe.steps(32, 128, 32),
            "dropout", Describe.range(0, 0.5));

    ConvClassifier() {
        super(new About(
                "conv-classifier",
                "Classifies small images with convolutions",
                Task.CLASSIFICATION,
                TrainingParameters.after(OWN, TrainingParameters.descriptions(4e-3, 32, 0)),
                SPACE,
                15,
                LabelledExamples.METRICS));
    }

    @Override
    public List<String> dataProblems(DataShape shape) {
        List<String> problems = super.dataProblems(shape);
        return !problems.isEmpty() || shorterSide(shape) >= POOL
                ? problems
                : List.of("conv-classifier needs images of at least 2x2 pixels, each row of this data has the shape "
                        + shape.shape() + "; upload it with a row shape such as 1x8x8");
    }

    @Override
    List<String> fitProblems(Parameters parameters, DataShape shape) {
        int side = shorterSide(shape);
        int kernel = parameters.integer("kernel");
        for (int layer = 0; layer < parameters.integer("convLayers"); layer++) {
            side = convolved(side, kernel);
            if (side < POOL) {
                return List.of("convLayers must be at most " + layer + " for images of " + shape.shape()
                        + " with kernel " + kernel + ", was " + parameters.integer("convLayers"));
            }
            side /= POOL;
        }
        return List.of();
    }

    /** An even kernel cannot be padded evenly and makes the image one pixel smaller. */
    private static int convolved(int side, int kernel) {
        return side + 2 * padding(kernel) - kernel + 1;
    }

    private static int padding(int kernel) {
        return (kernel - 1) / 2;
    }

    @Override
    NetworkSpec network(Parameters parameters, DataShape shape) {
        List<LayerSpec> layers = new ArrayList<>();
        int kernel = parameters.integer("kernel");
        int filters = parameters.integer("filters");
        for (int layer = 0; layer < parameters.integer("convLayers"); layer++) {
            layers.add(new LayerSpec.Conv2d(filters << layer, kernel, 1, padding(kernel)));
            layers.add(new LayerSpec.Activation(Function.RELU));
            layers.add(new LayerSpec.MaxPool2d(POOL, POOL));
        }
        layers.add(new LayerSpec.Flatten());
        if (parameters.integer("denseUnits") > 0) {
            Layers.addDropout(layers, parameters);
            layers.add(new LayerSpec.Dense(parameters.integer("denseUnits")));
            layers.add(new LayerSpec.Activation(Function.RELU));
        }
        Layers.addDropout(layers, parameters);
        layers.add(new LayerSpec.Dense(shape.classes()));
        return new NetworkSpec(image(shape), layers, Loss.SOFTMAX_CROSS_ENTROPY);
    }

    @Override
    Examples examples(Parameters parameters, Dataset dataset, int maxBatch) {
        return new LabelledExamples((LabelledDataset) dataset, new RowLayout.AsStored(), maxBatch);
    }

    @Override
    int trainingExamples(Parameters parameters, DataShape shape) {
        return Split.TRAINING.end(shape.rows());
    }

    private static int shorterSide(DataShape shape) {
        List<Integer> image = image(shape);
        return Math.min(image.get(1), image.get(2));
    }

    /** Two axes are an image of one channel. */
    private static List<Integer> image(DataShape shape) {
        List<Integer> row = shape.shape();
        return row.size() == 2 ? List.of(1, row.get(0), row.get(1)) : row;
    }
}
