package io.sweepforge.kernels.family;

import java.util.List;
import java.util.stream.Collectors;

/** The model families this build knows. */
public final class ModelFamilies {
    private static final List<TrainableFamily> ALL =
            List.of(new ConvClassifier(), new LstmForecaster(), new LstmClassifier());

    private ModelFamilies() {}

    public static List<TrainableFamily> all() {
        return ALL;
    }

    /**
     * The family of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static TrainableFamily named(String name) {
        return ALL.stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("family must be one of "
                        + ALL.stream().map(ModelFamily::name).collect(Collectors.joining(", ")) + ", was " + name));
    }
}
