package io.sweepforge.search.sampler;

import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import io.sweepforge.search.strategy.StrategyDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The spaces of the contract suite, and every sampler that accepts them. */
public final class SamplerCases {
    /** What they propose does not depend on how trials went. */
    private static final Set<String> BLIND = Set.of("random", "grid", "sobol");

    private SamplerCases() {}

    /** A sampler kind on a space. */
    public record Case(String kind, String spaceName, SearchSpace space) {
        public SamplerSetup setup(long seed) {
            return new SamplerSetup(space, Problem.MINIMIZE_LOSS, seed, Map.of(), 1_000);
        }

        public Sampler sampler(long seed) {
            return Samplers.create(kind, setup(seed));
        }

        @Override
        public String toString() {
            return kind + " on " + spaceName;
        }
    }

    public static Stream<Case> everywhere() {
        return Stream.of(
                        new Case("", "floats", Problems.sphere5().space()),
                        new Case("", "mixed", Problems.mixed().space()),
                        new Case("", "nested conditions", nested()),
                        new Case("", "small discrete", discrete()))
                .flatMap(SamplerCases::accepting);
    }

    public static Stream<Case> onDiscrete() {
        return on("small discrete", discrete());
    }

    /** Every kind that accepts a space. */
    public static Stream<Case> on(String spaceName, SearchSpace space) {
        return accepting(new Case("", spaceName, space));
    }

    /** Every kind that accepts a space and learns from what it is told. */
    public static Stream<Case> learningOn(String spaceName, SearchSpace space) {
        return on(spaceName, space).filter(each -> !BLIND.contains(each.kind()));
    }

    private static Stream<Case> accepting(Case anyKind) {
        return Samplers.descriptions().stream()
                .map(StrategyDescription::kind)
                .map(kind -> new Case(kind, anyKind.spaceName(), anyKind.space()))
                .filter(each -> Samplers.refusals(each.kind(), each.setup(0)).isEmpty());
    }

    /** 30 points: filters 8..32 by 8 with adam, those up to 24 with sgd and one of nine momenta (0.1 to 0.9), less one. */
    public static SearchSpace discrete() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("filters", Map.of("type", "int", "min", 8, "max", 32, "step", 8));
        tree.put("optimizer", Map.of("type", "categorical", "values", List.of("adam", "sgd")));
        tree.put(
                "momentum",
                Map.of(
                        "type",
                        "float",
                        "min",
                        0.1,
                        "max",
                        0.9,
                        "step",
                        0.1,
                        "when",
                        Map.of("optimizer", List.of("sgd"))));
        return parse(tree, "optimizer == 'adam' or filters <= 24", "filters * momentum <= 20");
    }

    /** Activity through two levels, written children first, with a constraint across them. */
    public static SearchSpace nested() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "width",
                Map.of("type", "int", "min", 8, "max", 512, "scale", "log", "when", Map.of("layers", List.of(2, 3))));
        tree.put("layers", Map.of("type", "int", "min", 1, "max", 3, "when", Map.of("model", List.of("conv", "lstm"))));
        tree.put("model", Map.of("type", "categorical", "values", List.of("conv", "lstm", "linear")));
        tree.put("rate", Map.of("type", "float", "min", 1e-4, "max", 1.0, "scale", "log"));
        return parse(tree, "width * layers < 600", "rate < 0.5");
    }

    private static SearchSpace parse(Map<String, Object> tree, String... constraints) {
        return SpaceParser.parse(tree, List.of(constraints), null).get().space();
    }
}
