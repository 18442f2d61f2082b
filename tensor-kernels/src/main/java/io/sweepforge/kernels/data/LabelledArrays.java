package io.sweepforge.kernels.data;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** A classification from an array of features [rows, ...] and one of labels [rows], whatever file they came in. */
final class LabelledArrays {
    private LabelledArrays() {}

    static LabelledDataset labelled(
            DatasetDescription description,
            List<Integer> xShape,
            IntToDoubleFunction x,
            List<Integer> yShape,
            IntToDoubleFunction y)
            throws BadDatasetException {
        int rows = xShape.get(0);
        if (!yShape.equals(List.of(rows))) {
            throw new BadDatasetException(
                    description.name() + ": " + rows + " rows of features but labels of shape " + yShape);
        }
        int rowSize = xShape.stream().skip(1).reduce(1, (a, b) -> a * b);
        List<Integer> shape = rowShape(description, xShape.subList(1, xShape.size()), rowSize);
        ClassLabels.Builder labels = new ClassLabels.Builder();
        for (int row = 0; row < rows; row++) {
            String place = description.name() + ", label of row " + row;
            labels.add(label(y.applyAsDouble(row), place), place);
        }
        return LabelledDataset.of(description.name(), features(description, x, rows, rowSize), shape, labels.build());
    }

    /** Declared, else [C, H, W] as stored, [1, H, W] for two dimensions, else inferred from the number of values. */
    private static List<Integer> rowShape(DatasetDescription description, List<Integer> stored, int rowSize)
            throws BadDatasetException {
        if (!description.rowShape().isEmpty() || stored.size() < 2) {
            return RowShapes.resolve(description, rowSize);
        }
        return stored.size() == 2 ? List.of(1, stored.get(0), stored.get(1)) : stored;
    }

    private static String label(double value, String place) throws BadDatasetException {
        if (!Double.isFinite(value)) {
            throw new BadDatasetException(place + ": " + value + " is not a class");
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static float[] features(DatasetDescription description, IntToDoubleFunction x, int rows, int rowSize)
            throws BadDatasetException {
        float[] features = new float[rows * rowSize];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) x.applyAsDouble(i);
            if (!Float.isFinite(features[i])) {
                throw new BadDatasetException(description.name() + ", row " + i / rowSize + ", value " + i % rowSize
                        + ": " + x.applyAsDouble(i) + " is not a finite number");
            }
        }
        return features;
    }
}
