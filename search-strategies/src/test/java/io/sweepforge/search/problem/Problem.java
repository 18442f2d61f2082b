package io.sweepforge.search.problem;

import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A function to minimise over a search space; its least value is 0. */
public record Problem(String name, SearchSpace space, ToDoubleFunction<Map<String, Object>> loss) {
    public static final List<Objective> MINIMIZE_LOSS = List.of(new Objective("loss", Objective.Goal.MINIMIZE));

    public static Problem sphere5() {
        return floats(
                "sphere5",
                5,
                -5,
                5,
                x -> IntStream.range(0, 5)
                        .mapToDouble(i -> Math.pow(x[i] - 1.3 * Math.sin(i + 1), 2))
                        .sum());
    }

    public static Problem rosen4() {
        return floats(
                "rosen4",
                4,
                -2.048,
                2.048,
                x -> IntStream.range(0, 3)
                        .mapToDouble(i -> 100 * Math.pow(x[i + 1] - x[i] * x[i], 2) + Math.pow(1 - x[i], 2))
                        .sum());
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

    public static Problem rastrigin4() {
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
        tree.put("lr", Map.of("type", "float", "min", 1e-5, "max", 1.0, "scale", "log"));
        tree.put("opt", Map.of("type", "categorical", "values", List.of("sgd", "adam", "rmsprop")));
        tree.put("units", Map.of("type", "int", "min", 8, "max", 512, "scale", "log"));
        tree.put("layers", Map.of("type", "int", "min", 1, "max", 4));
        tree.put("drop", Map.of("type", "float", "min", 0.0, "max", 0.7));
        tree.put("momentum", Map.of("type", "float", "min", 0.0, "max", 0.99, "when", Map.of("opt", List.of("sgd"))));
        return new Problem("mixed", space(tree), Problem::mixedLoss);
    }

    private static double mixedLoss(Map<String, Object> values) {
        double layers = number(values, "layers");
        double units = Math.log(number(values, "units")) / Math.log(2);
        String optimizer = (String) values.get("opt");
        double bestRate = Map.of("sgd", -1.2, "adam", -2.7, "rmsprop", -3.1).get(optimizer);
        double penalty = Map.of("sgd", 0.06, "adam", 0.0, "rmsprop", 0.025).get(optimizer);
        double rate = Math.log10(number(values, "lr")) - bestRate - 0.25 * (layers - 2);
        double width = units - 7 - 0.5 * (layers - 2);
        double dropout = number(values, "drop") - 0.1 - 0.05 * (units - 3);
        double momentum = optimizer.equals("sgd") ? number(values, "momentum") - 0.9 : 0;
        return 0.08 * rate * rate
                + penalty
                + 0.0075 * width * width
                + 0.2 * dropout * dropout
                + 0.1 * momentum * momentum;
    }

    private static double number(Map<String, Object> values, String name) {
        return ((Number) values.get(name)).doubleValue();
    }

    private static Problem floats(
            String name, int dimensions, double min, double max, ToDoubleFunction<double[]> loss) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < dimensions; i++) {
            tree.put("x" + i, Map.of("type", "float", "min", min, "max", max));
        }
        return new Problem(
                name,
                space(tree),
                values -> loss.applyAsDouble(values.values().stream()
                        .mapToDouble(value -> (double) value)
                        .toArray()));
    }

    private static SearchSpace space(Map<String, Object> tree) {
        return SpaceParser.parse(tree, null, null).get().space();
    }

    public SamplerSetup setup(long seed) {
        return new SamplerSetup(space, MINIMIZE_LOSS, seed, Map.of(), 100);
    }

    /** The best loss after running trials one at a time. */
    public double best(String sampler, long seed, int trials) {
        Sampler search = Samplers.create(sampler, setup(seed));
        double best = Double.POSITIVE_INFINITY;
        for (int number = 0; number < trials; number++) {
            Configuration configuration = search.suggest(number).orElseThrow().configuration();
            double value = loss.applyAsDouble(configuration.values());
            best = Math.min(best, value);
            search.update(List.of(Trials.completed(number, configuration, value)), List.of());
        }
        return best;
    }

    public double medianBest(String sampler, int seeds, int trials) {
        double[] bests = IntStream.range(0, seeds)
                .mapToDouble(seed -> best(sampler, seed, trials))
                .sorted()
                .toArray();
        return seeds % 2 == 1 ? bests[seeds / 2] : (bests[seeds / 2 - 1] + bests[seeds / 2]) / 2;
    }
}
