package io.sweepforge.search.analysis;

import java.util.Arrays;

/**
 * What a forest learns from: the chosen parameters of each trial and its loss.
 *
 * @param points a row per trial, a column per chosen parameter
 * @param categories how many each column has, 0 when its values have an order
 * @param ranks by column and row: the value's place among the column's different values
 */
record TrainingSet(double[][] points, double[] losses, int[] categories, int[][] ranks) {
    static TrainingSet of(Evidence evidence, int[] parameters) {
        double[][] points = new double[evidence.size()][parameters.length];
        double[] losses = new double[evidence.size()];
        for (int row = 0; row < points.length; row++) {
            for (int i = 0; i < parameters.length; i++) {
                points[row][i] = evidence.points().get(row)[parameters[i]];
            }
            losses[row] =
                    evidence.trials().get(row).losses().stream().findFirst().orElse(Double.NaN);
        }
        int[][] ranks = new int[parameters.length][];
        for (int i = 0; i < parameters.length; i++) {
            ranks[i] = ranks(points, i);
        }
        return new TrainingSet(points, LossFence.clipped(losses), categories(evidence, parameters), ranks);
    }

    private static int[] ranks(double[][] points, int column) {
        double[] distinct = Arrays.stream(points)
                .mapToDouble(point -> point[column])
                .sorted()
                .distinct()
                .toArray();
        return Arrays.stream(points)
                .mapToInt(point -> Arrays.binarySearch(distinct, point[column]))
                .toArray();
    }

    private static int[] categories(Evidence evidence, int[] parameters) {
        int[] categories = new int[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            boolean categorical = evidence.coordinates().isCategorical(parameters[i]);
            categories[i] = categorical ? (int) evidence.coordinates().values(parameters[i]) : 0;
        }
        return categories;
    }

    int size() {
        return points.length;
    }

    int columns() {
        return categories.length;
    }

    boolean isCategorical(int column) {
        return categories[column] > 0;
    }

    double meanLoss(int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += losses[row];
        }
        return sum / rows.length;
    }
}
