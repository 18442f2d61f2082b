package io.sweepforge.kernels.data;

import java.util.List;

/**
 * What a family has to know of a data set before it is loaded.
 *
 * @param task {@code classification} or {@code forecasting}
 * @param rows examples, or time steps of a series
 * @param shape of one row: [C, H, W] or [H, W] for images, [T, I] for sequences, [I] for a series of I variables
 * @param classes number of classes; 0 unless the task is classification
 */
public record DataShape(String task, int rows, List<Integer> shape, int classes) {
    public DataShape {
        shape = List.copyOf(shape);
    }
}
