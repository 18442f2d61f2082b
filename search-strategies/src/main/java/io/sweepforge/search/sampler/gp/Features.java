package io.sweepforge.search.sampler.gp;

import java.util.ArrayList;
import java.util.List;

/**
 * Points as the kernel compares them. A number is one feature. A number that is active only under conditions is a point
 * on an arc of the unit circle, and the centre when it is not active, so that its distance from being inactive is the
 * same wherever it stands (the arc kernel: Swersky et al., "Raiders of the Lost Architecture", arXiv 1409.4011). A
 * category is its index, -1 when not active; two categories are at distance 0 or 1 (Hamming). Last comes the level (see
 * {@link Levels}) as it is.
 */
final class Features {
    private final int dimensions;
    private final List<Feature> features = new ArrayList<>();

    private enum Kind {
        NUMBER,
        COSINE,
        SINE,
        CATEGORY
    }

    private record Feature(int dimension, Kind kind) {}

    Features(PointSpace space) {
        this.dimensions = space.size();
        for (int d = 0; d < space.size(); d++) {
            if (space.isCategorical(d)) {
                features.add(new Feature(d, Kind.CATEGORY));
            } else if (space.isConditional(d)) {
                features.add(new Feature(d, Kind.COSINE));
                features.add(new Feature(d, Kind.SINE));
            } else {
                features.add(new Feature(d, Kind.NUMBER));
            }
        }
    }

    /** How many there are besides the level, which stands at this index. */
    int size() {
        return features.size();
    }

    /** How many coordinates a point has besides the level, each with a length scale of its own. */
    int dimensions() {
        return dimensions;
    }

    /** The coordinate that a feature belongs to. */
    int dimension(int f) {
        return features.get(f).dimension();
    }

    boolean isCategory(int f) {
        return features.get(f).kind() == Kind.CATEGORY;
    }

    /** [size + 1]. */
    double[] of(double[] point) {
        double[] values = new double[size() + 1];
        for (int f = 0; f < size(); f++) {
            values[f] = value(features.get(f).kind(), point[dimension(f)]);
        }
        values[size()] = point[dimensions];
        return values;
    }

    private static double value(Kind kind, double coordinate) {
        boolean active = !Double.isNaN(coordinate);
        return switch (kind) {
            case NUMBER -> coordinate;
            case COSINE -> active ? StrictMath.cos(coordinate) : 0;
            case SINE -> active ? StrictMath.sin(coordinate) : 0;
            case CATEGORY -> active ? coordinate : -1;
        };
    }

    /** The gradient by coordinates from the one by features; 0 for categories. */
    double[] pullBack(double[] values, double[] byFeature) {
        double[] gradient = new double[dimensions()];
        for (int f = 0; f < size(); f++) {
            gradient[dimension(f)] += switch (features.get(f).kind()) {
                case NUMBER -> byFeature[f];
                case COSINE -> -values[f + 1] * byFeature[f];
                case SINE -> values[f - 1] * byFeature[f];
                case CATEGORY -> 0;
            };
        }
        return gradient;
    }

    /** One column per feature and one for the level, [size + 1][points]. */
    double[][] columns(List<double[]> points) {
        double[][] columns = new double[size() + 1][points.size()];
        for (int i = 0; i < points.size(); i++) {
            double[] values = of(points.get(i));
            for (int f = 0; f < values.length; f++) {
                columns[f][i] = values[f];
            }
        }
        return columns;
    }
}
