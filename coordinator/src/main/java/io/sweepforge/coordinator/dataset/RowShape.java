package io.sweepforge.coordinator.dataset;

import java.util.List;

/** The shape of one row of a classification; nodes decode by the same rule. */
final class RowShape {
    private RowShape() {}

    /** The declared one, else a square image [1, side, side] when that fits, else a sequence of one step [1, values]. */
    static List<Integer> resolve(UploadRequest request, int values) throws BadDatasetException {
        if (request.shape().isEmpty()) {
            return inferred(values);
        }
        long product = request.shape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (product != values) {
            throw new BadDatasetException(
                    "shape",
                    "%s has %d values but each row of the data has %d".formatted(request.shape(), product, values));
        }
        return request.shape();
    }

    /** As {@link #resolve}, but an array that has axes of its own keeps them: [H, W] is one channel. */
    static List<Integer> resolve(UploadRequest request, List<Integer> stored) throws BadDatasetException {
        if (!request.shape().isEmpty() || stored.size() < 2) {
            return resolve(request, stored.stream().reduce(1, (a, b) -> a * b));
        }
        return stored.size() == 2 ? List.of(1, stored.get(0), stored.get(1)) : stored;
    }

    private static List<Integer> inferred(int values) {
        int side = (int) Math.round(Math.sqrt(values));
        return side > 1 && side * side == values ? List.of(1, side, side) : List.of(1, values);
    }
}
