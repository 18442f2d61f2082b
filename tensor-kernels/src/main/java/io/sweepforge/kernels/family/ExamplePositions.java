package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.Split;
import java.util.Map;

/**
 * Where a trial's examples lie in {@link ExampleArrays}: example i of a part has its input {@code i * inputStride} elements
 * after that of the part's first, and its label or targets {@code i * targetStride} elements after that one's.
 *
 * @param relative whether targets are to be understood as changes since the element before their first one
 * @param parts for each part, where its first example's input and label or targets are
 */
public record ExamplePositions(int inputStride, int targetStride, boolean relative, Map<Split, First> parts) {
    /** Positions of a part's first example. */
    public record First(int input, int target) {}

    public ExamplePositions {
        parts = Map.copyOf(parts);
    }
}
