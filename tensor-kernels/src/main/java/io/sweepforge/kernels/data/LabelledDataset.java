package io.sweepforge.kernels.data;

import java.util.List;
import java.util.Random;

/**
 * Rows with a class each. The split is a fixed shuffle of the rows, the same for everyone who loads the same data.
 *
 * <p>Scaling: images [C, H, W] with one mean and one standard deviation for each channel (single pixels that are nearly
 * always blank would otherwise be blown up), sequences [T, I] with one pair for each of the I features.
 */
public final class LabelledDataset implements Dataset {
    static final int SMALLEST = 20;
    private static final long SHUFFLE_SEED = 20_240_229L;

    private final String name;
    private final List<Integer> rowShape;
    private final List<String> classes;
    private final float[] features;
    private final int[] labels;
    private final int[] order;
    private final int rowSize;

    private LabelledDataset(String name, float[] features, List<Integer> rowShape, ClassLabels labels) {
        this.name = name;
        this.rowShape = rowShape;
        this.classes = labels.names();
        this.labels = labels.indexes();
        this.features = features;
        this.rowSize = rowShape.stream().reduce(1, Math::multiplyExact);
        this.order = shuffled(this.labels.length);
    }

    /** Takes ownership of {@code features} [rows, rowShape...] and scales them in place. */
    static LabelledDataset of(String name, float[] features, List<Integer> rowShape, ClassLabels labels)
            throws BadDatasetException {
        int rows = labels.indexes().length;
        if (rows < SMALLEST) {
            throw new BadDatasetException(name + " has " + rows + " rows; a classification needs at least " + SMALLEST);
        }
        if (labels.names().size() < 2) {
            throw new BadDatasetException(name + " has one class only ("
                    + labels.names().get(0) + "); a classification needs at least 2. Is the target the right column?");
        }
        LabelledDataset dataset = new LabelledDataset(name, features, List.copyOf(rowShape), labels);
        dataset.requireFinite();
        dataset.scale();
        dataset.requireFinite();
        return dataset;
    }

    private void requireFinite() throws BadDatasetException {
        for (int i = 0; i < features.length; i++) {
            if (!Float.isFinite(features[i])) {
                throw new BadDatasetException(name + ", data row " + (i / rowSize + 1) + ", value " + (i % rowSize + 1)
                        + ": too far from the rest for single precision");
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DataShape shape() {
        return new DataShape(Task.CLASSIFICATION.label(), labels.length, rowShape, classes.size());
    }

    @Override
    public long bytes() {
        return 4L * (features.length + labels.length + order.length);
    }

    @Override
    public long checksum() {
        return new Checksum().add(features).add(labels).value();
    }

    /** The classes as they are called in the data, by class index. */
    public List<String> classes() {
        return classes;
    }

    /** Values of one row. */
    public int rowSize() {
        return rowSize;
    }

    /** Rows of a part. */
    public int count(Split split) {
        return split.end(labels.length) - split.start(labels.length);
    }

    /** Copies row {@code i} of a part, i from 0 to count − 1, to {@code target[offset ...]}. */
    public void copyRow(Split split, int i, float[] target, int offset) {
        System.arraycopy(features, row(split, i) * rowSize, target, offset, rowSize);
    }

    /** Class index of row {@code i} of a part. */
    public int label(Split split, int i) {
        return labels[row(split, i)];
    }

    private int row(Split split, int i) {
        return order[split.start(labels.length) + i];
    }

    private void scale() {
        boolean image = rowShape.size() == 3;
        int groups = image ? rowShape.get(0) : rowShape.get(rowShape.size() - 1);
        int run = image ? rowSize / groups : 1;
        int[] training = new int[count(Split.TRAINING)];
        System.arraycopy(order, 0, training, 0, training.length);
        Scaling.over(features, rowSize, training, groups, run).apply(features);
    }

    private static int[] shuffled(int rows) {
        Random random = new Random(SHUFFLE_SEED);
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
