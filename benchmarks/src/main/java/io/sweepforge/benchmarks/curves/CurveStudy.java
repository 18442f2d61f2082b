package io.sweepforge.benchmarks.curves;

import io.sweepforge.benchmarks.data.RealData;
import io.sweepforge.search.Objective;
import io.sweepforge.search.Objective.Goal;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model family on a data set with a finite space, small enough to train every configuration of it.
 *
 * @param fixed parameters of the family that are not searched
 * @param space a parameter whose name ends in {@code Exponent} stands for the power of ten: floats with a step have no log
 *     scale
 * @param epochs of every trial
 */
record CurveStudy(
        String name, String family, Map<String, Object> fixed, SearchSpace space, int epochs, Objective objective) {
    private static final int HOURS = 6_000;
    private static final String EXPONENT = "Exponent";

    static List<CurveStudy> all() {
        return List.of(mnist(), etth1());
    }

    /** The first 5,000 of MNIST's test digits, one convolution. */
    static CurveStudy mnist() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("learningRateExponent", steps("float", -3.75, -1.0, 0.25));
        tree.put("optimizer", Map.of("type", "categorical", "values", List.of("adam", "sgd")));
        tree.put("filters", steps("int", 2, 8, 3));
        tree.put("batchSize", steps("int", 64, 256, 192));
        tree.put("dropout", steps("float", 0.0, 0.4, 0.4));
        Map<String, Object> fixed = Map.of("convLayers", 1, "denseUnits", 32);
        return new CurveStudy(
                "mnist-conv",
                "conv-classifier",
                fixed,
                space(tree),
                9,
                new Objective("validationAccuracy", Goal.MAXIMIZE));
    }

    /** The first 6,000 hours of a transformer's oil temperature, 12 hours ahead. */
    static CurveStudy etth1() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("learningRateExponent", steps("float", -3.75, -1.0, 0.25));
        tree.put("weightDecayExponent", steps("float", -6.0, -2.0, 2.0));
        tree.put("optimizer", Map.of("type", "categorical", "values", List.of("adam", "sgd")));
        tree.put("hidden", steps("int", 8, 16, 8));
        tree.put("window", steps("int", 12, 24, 12));
        Map<String, Object> fixed = Map.of("horizon", 12, "batchSize", 64, "dropout", 0.2);
        return new CurveStudy(
                "etth1-lstm",
                "lstm-forecaster",
                fixed,
                space(tree),
                27,
                new Objective("validationRmseRatio", Goal.MINIMIZE));
    }

    RealData data(Path folder) throws IOException {
        return family.equals("conv-classifier") ? RealData.digits(folder) : RealData.transformer(folder, HOURS);
    }

    private static Map<String, Object> steps(String type, Number min, Number max, Number step) {
        return Map.of("type", type, "min", min, "max", max, "step", step);
    }

    private static SearchSpace space(Map<String, Object> tree) {
        return SpaceParser.parse(tree, null, null).get().space();
    }

    /** The family's parameters that a configuration stands for. */
    Map<String, Object> parameters(Configuration configuration) {
        Map<String, Object> parameters = new LinkedHashMap<>(fixed);
        configuration.values().forEach((name, value) -> {
            if (name.endsWith(EXPONENT)) {
                String plain = name.substring(0, name.length() - EXPONENT.length());
                parameters.put(plain, StrictMath.pow(10, ((Number) value).doubleValue()));
            } else {
                parameters.put(name, value);
            }
        });
        return parameters;
    }
}
