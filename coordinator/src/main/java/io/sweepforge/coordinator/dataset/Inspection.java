package io.sweepforge.coordinator.dataset;

import java.util.List;

/**
 * What was found in an upload.
 *
 * @param format {@code csv}, {@code idx} or {@code npy}
 * @param rows examples, or time steps
 * @param shape of one row; for a series the number of its variables
 * @param classes 0 unless the task is classification
 * @param columns names by column; empty when the format has none
 */
record Inspection(String format, int rows, List<Integer> shape, int classes, List<String> columns) {
    static final int FEWEST_EXAMPLES = 20;
    static final int FEWEST_STEPS = 40;

    /** Refuses what is too small to be split into training, validation and test. */
    Inspection checked(UploadRequest request) throws BadDatasetException {
        int fewest = request.isClassification() ? FEWEST_EXAMPLES : FEWEST_STEPS;
        if (rows < fewest) {
            throw new BadDatasetException("has %d rows; %s needs at least %d".formatted(rows, request.task(), fewest));
        }
        if (request.isClassification() && classes < 2) {
            throw new BadDatasetException(
                    "target", "holds one class only; a classification needs at least 2. Is it the right column?");
        }
        return this;
    }
}
