package io.sweepforge.kernels.data;

import java.util.List;

/** The shape of one row of a classification. */
final class RowShapes {
    private RowShapes() {}

    /**
     * The declared shape when there is one; else a square image [1, side, side] when the number of values is a square
     * above 1, else a sequence of one step [1, values].
     */
    static List<Integer> resolve(DatasetDescription description, int values) throws BadDatasetException {
        List<Integer> declared = description.rowShape();
        if (declared.isEmpty()) {
            return inferred(values);
        }
        long product = declared.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (product != values) {
            throw new BadDatasetException(description.name() + ": the row shape " + declared + " has " + product
                    + " values but each row has " + values);
        }
        return declared;
    }

    private static List<Integer> inferred(int values) {
        int side = (int) Math.round(Math.sqrt(values));
        return side > 1 && side * side == values ? List.of(1, side, side) : List.of(1, values);
    }
}
