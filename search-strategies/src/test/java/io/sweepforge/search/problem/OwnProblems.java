package io.sweepforge.search.problem;

import static io.sweepforge.search.problem.Read.log10;
import static io.sweepforge.search.problem.Read.log2;
import static io.sweepforge.search.problem.Read.number;
import static io.sweepforge.search.problem.Read.point;
import static io.sweepforge.search.problem.Read.square;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions that nobody else tunes on, each with something that well-known ones lack. */
public final class OwnProblems {
    private OwnProblems() {}

    public static List<Problem> all() {
        return List.of(branches(), noisy(), steps(), plateau(), constrained(), memory(), rotated(), categories());
    }

    /**
     * Every parameter but one is conditional. The first branch is good at once and never below 0.22, the second reaches
     * 0.1, the third is bad nearly everywhere and holds the best value, 0.
     */
    public static Problem branches() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", Spaces.choice("linear", "forest", "network"));
        tree.put("ridge", Spaces.when("model", "linear", Spaces.logReal(1e-6, 1)));
        tree.put("depth", Spaces.when("model", "forest", Spaces.logInteger(2, 32)));
        tree.put("features", Spaces.when("model", "forest", Spaces.real(0.1, 1)));
        tree.put("rate", Spaces.when("model", "network", Spaces.logReal(1e-5, 1)));
        tree.put("momentum", Spaces.when("model", "network", Spaces.real(0, 0.99)));
        tree.put("drop", Spaces.when("model", "network", Spaces.real(0, 0.7)));
        tree.put("width", Spaces.when("model", "network", Spaces.logInteger(8, 512)));
        return new Problem("branches", Spaces.of(tree), OwnProblems::branchLoss);
    }

    private static double branchLoss(Map<String, Object> values) {
        return switch ((String) values.get("model")) {
            case "linear" -> 0.22 + 0.01 * square(log10(values, "ridge") + 3);
            case "forest" ->
                0.1 + 0.05 * square(log2(values, "depth") - 3) + 0.4 * square(number(values, "features") - 0.35);
            default ->
                0.3 * square(log10(values, "rate") + 2.3)
                        + 0.5 * square(number(values, "momentum") - 0.85)
                        + 0.4 * square(number(values, "drop") - 0.2)
                        + 0.05 * square(log2(values, "width") - 6);
        };
    }

    /** A quadratic along rotated axes, seen through noise as large as the difference that a good start makes. */
    public static Problem noisy() {
        double[] weights = {1, 2, 4, 8};
        double[] best = {1.1, -0.7, 0.4, -1.6};
        return new Problem(
                "noisy", Spaces.floats(4, -3, 3), values -> Rotated.quadratic(point(values), best, weights), 1.0);
    }

    /** Integers and steps only, with two interactions. */
    public static Problem steps() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("filters", Spaces.integer(8, 128, 8));
        tree.put("layers", Spaces.integer(1, 8));
        tree.put("batch", Spaces.logInteger(16, 1024));
        tree.put("drop", Spaces.real(0, 0.6, 0.05));
        tree.put("kernel", Spaces.integer(1, 9, 2));
        tree.put("pool", Spaces.choice("max", "mean"));
        return new Problem("steps", Spaces.of(tree), values -> {
            double filters = (number(values, "filters") - 72) / 40;
            double layers = (number(values, "layers") - 3) / 2;
            double batch = log2(values, "batch") - Math.log(96) / Math.log(2);
            double drop = (number(values, "drop") - 0.25) / 0.2;
            double kernel = (number(values, "kernel") - 5) / 3;
            double pool = values.get("pool").equals("mean") ? 0 : 0.1;
            return square(filters)
                    + square(layers + 0.6 * filters)
                    + 0.1 * square(batch - layers)
                    + square(drop)
                    + 0.5 * square(kernel)
                    + pool;
        });
    }

    /** Never learns at low rates, diverges to huge losses at high ones, and is counted in steps of 0.002 between. */
    public static Problem plateau() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rate", Spaces.logReal(1e-7, 10));
        tree.put("decay", Spaces.logReal(1e-6, 1));
        tree.put("drop", Spaces.real(0, 0.8));
        tree.put("warmup", Spaces.real(0, 1));
        return new Problem("plateau", Spaces.of(tree), values -> {
            double rate = log10(values, "rate");
            double smooth = 0.1 * square(rate + 2.2)
                    + 0.02 * square(log10(values, "decay") + 3.4 + 0.5 * (rate + 2.2))
                    + 0.5 * square(number(values, "drop") - 0.3)
                    + 0.3 * square(number(values, "warmup") - 0.2);
            if (rate > -1) {
                return Math.pow(10, 3 * (rate + 2));
            }
            return rate < -4.5 ? 0.9 : Math.floor(500 * Math.min(smooth, 0.9)) / 500;
        });
    }

    /** The centre of a bowl that the constraints cut off; the best value lies on their border. */
    public static Problem constrained() {
        double[] centre = {0.9, 0.8, 0.7, 0.3, 0.6};
        double distance = 0.27;
        return new Problem(
                "constrained",
                Spaces.floats(5, 0, 1, "x0 + x1 + x2 <= 1.5", "x3 * x4 >= 0.1", "x0 - x3 <= 0.5"),
                values -> {
                    double[] x = point(values);
                    double sum = -distance;
                    for (int i = 0; i < x.length; i++) {
                        sum += square(x[i] - centre[i]);
                    }
                    return sum;
                });
    }

    /** The larger the better until it does not fit into memory: trials beyond the best one fail. */
    public static Problem memory() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("width", Spaces.logInteger(16, 1024));
        tree.put("layers", Spaces.integer(1, 8));
        tree.put("rate", Spaces.logReal(1e-5, 1));
        tree.put("drop", Spaces.real(0, 0.7));
        return new Problem("memory", Spaces.of(tree), values -> {
            double width = number(values, "width");
            double layers = number(values, "layers");
            if (width * width * layers > 1 << 18) {
                return Double.POSITIVE_INFINITY;
            }
            double unused = 18 - 2 * log2(values, "width") - log2(values, "layers");
            return 0.05 * unused
                    + 0.1 * square(log2(values, "layers") - 2)
                    + 0.1 * square(log10(values, "rate") + 2.5 + 0.1 * (log2(values, "width") - 8))
                    + 0.3 * square(number(values, "drop") - 0.15);
        });
    }

    /** A narrow valley along no axis. */
    public static Problem rotated() {
        double[] weights = {1, 5.6, 32, 178, 1000};
        double[] best = {2.2, -1.3, 0.6, 3.1, -2.4};
        return new Problem(
                "rotated", Spaces.floats(5, -4, 6), values -> Rotated.quadratic(point(values), best, weights));
    }

    /** Six parameters without an order, two of which must agree, and two numbers. */
    public static Problem categories() {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<String> letters = List.of("a", "b", "c", "d");
        for (int i = 0; i < 6; i++) {
            tree.put("c" + i, Spaces.choice(letters.toArray(String[]::new)));
        }
        tree.put("x", Spaces.real(0, 1));
        tree.put("y", Spaces.real(0, 1));
        return new Problem("categories", Spaces.of(tree), values -> {
            int[] rank = new int[6];
            double sum = 0;
            for (int i = 0; i < rank.length; i++) {
                rank[i] = (3 * letters.indexOf(values.get("c" + i)) + i) % 4;
                sum += 0.05 * (i + 1) * rank[i];
            }
            double disagreement = rank[0] == rank[1] ? 0 : 0.3;
            return sum
                    + disagreement
                    + square(number(values, "x") - 0.3 - 0.1 * rank[2])
                    + square(number(values, "y") - 0.6);
        });
    }
}
