package io.sweepforge.search.problem;

import static io.sweepforge.search.problem.Read.log10;
import static io.sweepforge.search.problem.Read.log2;
import static io.sweepforge.search.problem.Read.number;
import static io.sweepforge.search.problem.Read.point;
import static io.sweepforge.search.problem.Read.square;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Well-known test functions, for which figures of other libraries are recorded. */
public final class Problems {
    private static final double[] HARTMANN_WEIGHTS = {1.0, 1.2, 3.0, 3.2};
    private static final double[][] HARTMANN_SCALES = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] HARTMANN_CENTRES = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };

    private Problems() {}

    public static List<Problem> all() {
        return List.of(sphere5(), rosen4(), branin(), hart6(), ackley6(), rastr4(), mixed());
    }

    public static Problem sphere5() {
        return floats(
                "sphere5",
                5,
                -5,
                5,
                x -> IntStream.range(0, 5)
                        .mapToDouble(i -> square(x[i] - 1.3 * Math.sin(i + 1)))
                        .sum());
    }

    public static Problem rosen4() {
        return floats(
                "rosen4",
                4,
                -2.048,
                2.048,
                x -> IntStream.range(0, 3)
                        .mapToDouble(i -> 100 * square(x[i + 1] - x[i] * x[i]) + square(1 - x[i]))
                        .sum());
    }

    public static Problem branin() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("x", Spaces.real(-5, 10));
        tree.put("y", Spaces.real(0, 15));
        return new Problem("branin", Spaces.of(tree), values -> {
            double x = number(values, "x");
            double y = number(values, "y");
            double bend = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
            return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10 - 0.39788735772973816;
        });
    }

    public static Problem hart6() {
        return floats("hart6", 6, 0, 1, x -> {
            double sum = 3.32236801141551;
            for (int i = 0; i < HARTMANN_WEIGHTS.length; i++) {
                double distance = 0;
                for (int j = 0; j < x.length; j++) {
                    distance += HARTMANN_SCALES[i][j] * square(x[j] - HARTMANN_CENTRES[i][j]);
                }
                sum -= HARTMANN_WEIGHTS[i] * Math.exp(-distance);
            }
            return sum;
        });
    }

    public static Problem ackley6() {
        return floats("ackley6", 6, -10, 14, x -> {
            double squares = 0;
            double waves = 0;
            for (double value : x) {
                squares += value * value / x.length;
                waves += Math.cos(2 * Math.PI * value) / x.length;
            }
            return 20 - 20 * Math.exp(-0.2 * Math.sqrt(squares)) - Math.exp(waves) + Math.E;
        });
    }

    public static Problem rastr4() {
        return floats(
                "rastr4",
                4,
                -4.12,
                5.12,
                x -> IntStream.range(0, 4)
                        .mapToDouble(i -> 10 + x[i] * x[i] - 10 * Math.cos(2 * Math.PI * x[i]))
                        .sum());
    }

    /** Learning rate, width, depth and dropout of a network, with a momentum that only one optimizer has. */
    public static Problem mixed() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("lr", Spaces.logReal(1e-5, 1));
        tree.put("opt", Spaces.choice("sgd", "adam", "rmsprop"));
        tree.put("units", Spaces.logInteger(8, 512));
        tree.put("layers", Spaces.integer(1, 4));
        tree.put("drop", Spaces.real(0, 0.7));
        tree.put("momentum", Spaces.when("opt", "sgd", Spaces.real(0, 0.99)));
        return new Problem("mixed", Spaces.of(tree), Problems::mixedLoss);
    }

    private static double mixedLoss(Map<String, Object> values) {
        double layers = number(values, "layers");
        double units = log2(values, "units");
        String optimizer = (String) values.get("opt");
        double bestRate = Map.of("sgd", -1.2, "adam", -2.7, "rmsprop", -3.1).get(optimizer);
        double penalty = Map.of("sgd", 0.06, "adam", 0.0, "rmsprop", 0.025).get(optimizer);
        double momentum = optimizer.equals("sgd") ? number(values, "momentum") - 0.9 : 0;
        return 0.08 * square(log10(values, "lr") - bestRate - 0.25 * (layers - 2))
                + penalty
                + 0.0075 * square(units - 7 - 0.5 * (layers - 2))
                + 0.2 * square(number(values, "drop") - 0.1 - 0.05 * (units - 3))
                + 0.1 * square(momentum);
    }

    private static Problem floats(
            String name, int dimensions, double min, double max, ToDoubleFunction<double[]> loss) {
        return new Problem(name, Spaces.floats(dimensions, min, max), values -> loss.applyAsDouble(point(values)));
    }
}
