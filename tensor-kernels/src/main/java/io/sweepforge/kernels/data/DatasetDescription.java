package io.sweepforge.kernels.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known beside its bytes to decode a data set.
 *
 * @param name for messages
 * @param target the column to predict; null for the last one. Without a header columns are called 1, 2, 3, ...
 * @param index a column that only numbers or dates the rows and is dropped; null for none
 * @param rowShape shape of one row of a classification: [C, H, W] for images, [T, I] for sequences; empty to infer it.
 *     Each size is from 1
 */
public record DatasetDescription(
        String name,
        Task task,
        DataFormat format,
        @Nullable String target,
        @Nullable String index,
        List<Integer> rowShape) {
    public DatasetDescription {
        rowShape = List.copyOf(rowShape);
        if (rowShape.size() == 1 || rowShape.size() > 3 || rowShape.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(
                    "rowShape must be [C, H, W] or [T, I] with sizes from 1, or empty to infer it, was " + rowShape);
        }
    }

    /** The last column is the target, no column is an index, the row shape is inferred. */
    public static DatasetDescription of(String name, Task task, DataFormat format) {
        return new DatasetDescription(name, task, format, null, null, List.of());
    }

    public DatasetDescription withTarget(String column) {
        return new DatasetDescription(name, task, format, column, index, rowShape);
    }

    public DatasetDescription withIndex(String column) {
        return new DatasetDescription(name, task, format, target, column, rowShape);
    }

    public DatasetDescription withRowShape(List<Integer> shape) {
        return new DatasetDescription(name, task, format, target, index, shape);
    }
}
