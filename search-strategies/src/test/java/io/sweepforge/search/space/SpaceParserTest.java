package io.sweepforge.search.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.Parsed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpaceParserTest {
    /** The example of the HTTP contract. */
    private static Map<String, Object> example() {
        Map<String, Object> space = new LinkedHashMap<>();
        space.put("learningRate", Map.of("type", "float", "min", 1e-4, "max", 0.3, "scale", "log"));
        space.put("filters", Map.of("type", "int", "min", 8, "max", 64, "step", 8));
        space.put("optimizer", Map.of("type", "categorical", "values", List.of("sgd", "adam")));
        space.put(
                "momentum",
                Map.of("type", "float", "min", 0.0, "max", 0.99, "when", Map.of("optimizer", List.of("sgd"))));
        return space;
    }

    private static final List<String> CONSTRAINTS = List.of("filters * 2 <= 96");

    @Test
    void readsTheExampleOfTheContract() {
        Map<String, Object> seed = Map.of("learningRate", 0.01, "filters", 16.0, "optimizer", "adam");
        SpaceSpec spec =
                SpaceParser.parse(example(), CONSTRAINTS, List.of(seed)).get();
        assertThat(spec.space().parameters())
                .containsExactly(
                        new Parameter("learningRate", new FloatDomain(1e-4, 0.3, Scale.LOG, 0), List.of()),
                        new Parameter("filters", new IntDomain(8, 64, Scale.LINEAR, 8), List.of()),
                        new Parameter("optimizer", new CategoricalDomain(List.of("sgd", "adam")), List.of()),
                        new Parameter(
                                "momentum",
                                new FloatDomain(0, 0.99, Scale.LINEAR, 0),
                                List.of(new Condition("optimizer", List.of("sgd")))));
        assertThat(spec.seedTrials())
                .containsExactly(new Configuration(Map.of("learningRate", 0.01, "filters", 16L, "optimizer", "adam")));
    }

    @Test
    void absentFieldsAreEmpty() {
        SpaceSpec spec = SpaceParser.parse(null, null, null).get();
        assertThat(spec.space().parameters()).isEmpty();
        assertThat(spec.seedTrials()).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        SearchSpace space =
                SpaceParser.parse(example(), CONSTRAINTS, null).get().space();
        Map<String, Object> tree = SpaceTree.parameters(space);
        SearchSpace again = SpaceParser.parse(tree, SpaceTree.constraints(space), null)
                .get()
                .space();
        assertThat(again).isEqualTo(space).hasSameHashCodeAs(space);
        assertThat(tree.keySet()).containsExactly("learningRate", "filters", "optimizer", "momentum");
        assertThat(tree.get("filters"))
                .isEqualTo(Map.of("type", "int", "min", 8L, "max", 64L, "scale", "linear", "step", 8L));
    }

    @Test
    void findsEveryMistakeAtOnce() {
        Map<String, Object> space = new LinkedHashMap<>();
        space.put("lr", Map.of("type", "float", "min", -0.1, "max", 0.3, "scale", "log"));
        space.put("a", Map.of("type", "flaot", "min", 1, "max", 2));
        space.put("b", Map.of("type", "int", "min", 9, "max", 3, "stepp", 2));
        space.put("c", Map.of("type", "int", "min", 1.5, "max", "ten"));
        space.put("d", Map.of("type", "categorical", "values", List.of()));
        space.put("e", Map.of("type", "categorical", "values", List.of("x", "y", "x", 1, 1.0, Map.of())));
        space.put("f", Map.of("type", "float", "max", 1.0, "when", Map.of("optimiser", List.of("sgd"))));
        space.put("optimizer", Map.of("type", "categorical", "values", List.of("sgd", "adam")));
        space.put("g", Map.of("type", "int", "min", 1, "max", 3, "when", Map.of("optimizer", List.of("sdg"))));
        space.put("h", Map.of("type", "int", "min", 0, "max", 3, "step", 0, "scale", "log"));
        space.put("i", Map.of("type", "float", "min", 0, "max", Double.NaN, "step", 0, "scale", "cubic"));
        space.put("j", "float");
        space.put("k", Map.of("min", 1, "max", 2));
        space.put("2nd", Map.of("type", "int", "min", 0, "max", 3));
        assertThat(SpaceParser.parse(space, null, null).errors())
                .containsExactlyInAnyOrder(
                        error("space.lr.min", "must be greater than 0 on a log scale, was -0.1"),
                        error("space.a.type", "must be one of \"float\", \"int\", \"categorical\", was \"flaot\""),
                        error("space.b.stepp", "is not a known field; did you mean \"step\"?"),
                        error("space.b.max", "must be greater than min, which is 9, was 3"),
                        error("space.c.min", "must be an integer, was 1.5"),
                        error("space.c.max", "must be an integer, was \"ten\""),
                        error("space.d.values", "must hold at least one value"),
                        error("space.e.values", "must not repeat \"x\""),
                        error("space.e.values", "must not repeat 1"),
                        error("space.e.values", "must hold texts, numbers or booleans, item 5 was {}"),
                        error("space.f.min", "is missing: give the smallest value"),
                        error("space.f.when.optimiser", "is not a parameter of the space; did you mean \"optimizer\"?"),
                        error("space.g.when.optimizer", "must hold one of \"sgd\", \"adam\", was \"sdg\""),
                        error("space.h.min", "must be at least 1 on a log scale, was 0"),
                        error("space.h.step", "must be at least 1, was 0"),
                        error("space.i.max", "must be a finite number, was NaN"),
                        error("space.i.step", "must be greater than 0, was 0"),
                        error("space.i.scale", "must be one of \"linear\", \"log\", was \"cubic\""),
                        error("space.j", "must be an object, was \"float\""),
                        error("space.k.type", "is missing: give one of \"float\", \"int\", \"categorical\""),
                        error("space.2nd", "must be a name of letters, digits and _ that starts with no digit"));
    }

    @Test
    void refusesRangesThatCannotBeCovered() {
        Map<String, Object> space = new LinkedHashMap<>();
        space.put("a", Map.of("type", "float", "min", -1e308, "max", 1.7e308));
        space.put("b", Map.of("type", "float", "min", 0, "max", 1, "step", 2));
        space.put("c", Map.of("type", "float", "min", 1, "max", 2, "step", 0.5, "scale", "log"));
        space.put("d", Map.of("type", "int", "min", 1, "max", 9, "step", 2, "scale", "log"));
        space.put("e", Map.of("type", "int", "min", 0, "max", BigInteger.ONE.shiftLeft(60)));
        space.put("f", Map.of("type", "int", "min", Long.MIN_VALUE, "max", 0));
        space.put("g", Map.of("type", "int", "min", 0, "max", BigInteger.ONE.shiftLeft(80)));
        assertThat(SpaceParser.parse(space, null, null).errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "space.a.max",
                        "space.b.step",
                        "space.c.step",
                        "space.d.step",
                        "space.e.max",
                        "space.f.min",
                        "space.g.max");
    }

    @Test
    void refusesConditionsThatMakeNoSense() {
        Map<String, Object> space = new LinkedHashMap<>();
        space.put("x", integer(Map.of("y", List.of(1))));
        space.put("y", integer(Map.of("z", List.of(1))));
        space.put("z", integer(Map.of("x", List.of(1))));
        space.put("behind", integer(Map.of("x", List.of(1))));
        space.put("self", integer(Map.of("self", List.of(1))));
        space.put("rate", Map.of("type", "float", "min", 0, "max", 1));
        space.put("onFloat", integer(Map.of("rate", List.of(0.5))));
        space.put("noList", integer(Map.of("x", 1)));
        space.put("noValues", integer(Map.of("behind", List.of())));
        space.put("noMap", integer("x == 1"));
        assertThat(SpaceParser.parse(space, null, null).errors())
                .containsExactlyInAnyOrder(
                        error("space.x.when", "must not depend on itself, but does: x → y → z → x"),
                        error("space.y.when", "must not depend on itself, but does: y → z → x → y"),
                        error("space.z.when", "must not depend on itself, but does: z → x → y → z"),
                        error("space.self.when", "must not depend on itself, but does: self → self"),
                        error(
                                "space.onFloat.when.rate",
                                "must be categorical, int or have a step to decide about another parameter"),
                        error("space.noList.when.x", "must be a list, was 1"),
                        error("space.noValues.when.behind", "must hold at least one value"),
                        error(
                                "space.noMap.when",
                                "must map a parent parameter to a list of its values, was \"x == 1\""));
    }

    private static Map<String, Object> integer(Object when) {
        return Map.of("type", "int", "min", 0, "max", 3, "when", when);
    }

    @Test
    void findsEveryWrongConstraint() {
        List<Object> constraints = new ArrayList<>(List.of("filtres > 3", "filters > 3", 7));
        assertThat(SpaceParser.parse(example(), constraints, null).errors())
                .containsExactly(
                        error("constraints[0]", "column 1: unknown parameter \"filtres\"; did you mean \"filters\"?"),
                        error("constraints[2]", "must be a text, was 7"));
    }

    @Test
    void findsEveryWrongSeedTrial() {
        List<Object> seeds = List.of(
                Map.of("learningRate", 0.01, "filters", 12, "optimizer", "adam", "momentum", 0.5, "filtres", 1),
                Map.of("learningRate", 0.01, "filters", 64, "optimizer", "adam"),
                Map.of("learningRate", "fast", "optimizer", "sgd"),
                "none");
        assertThat(SpaceParser.parse(example(), CONSTRAINTS, seeds).errors())
                .containsExactlyInAnyOrder(
                        error("seedTrials[0].filters", "must be an integer from 8 to 64 in steps of 8, was 12"),
                        error("seedTrials[0].momentum", "must be left out: it applies only when optimizer is \"sgd\""),
                        error("seedTrials[0].filtres", "is not a parameter of the space; did you mean \"filters\"?"),
                        error("seedTrials[1]", "violates the constraint filters * 2 <= 96"),
                        error("seedTrials[2].learningRate", "must be a number from 1.0E-4 to 0.3, was \"fast\""),
                        error("seedTrials[2].filters", "is missing: must be an integer from 8 to 64 in steps of 8"),
                        error("seedTrials[2].momentum", "is missing: must be a number from 0 to 0.99"),
                        error("seedTrials[3]", "must be an object of parameter values, was \"none\""));
    }

    @Test
    void aMistakeInTheSpaceHidesNoneElsewhereAndIsNotToldTwice() {
        Map<String, Object> space = example();
        space.put("filters", Map.of("type", "int", "min", 8, "max", 4));
        space.put("kernel", Map.of("type", "int", "min", 1, "max", 9, "when", Map.of("filters", List.of(4))));
        List<Object> seeds = List.of(Map.of("learningRate", 1, "filters", 16, "kernel", 3, "optimizer", "adam"));
        assertThat(SpaceParser.parse(space, List.of("filters * 2 <= 96", "optimiser == 'sgd'"), seeds)
                        .errors())
                .containsExactly(
                        error("space.filters.max", "must be greater than min, which is 8, was 4"),
                        error(
                                "constraints[1]",
                                "column 1: unknown parameter \"optimiser\"; did you mean \"optimizer\"?"),
                        error("seedTrials[0].learningRate", "must be a number from 1.0E-4 to 0.3, was 1"));
    }

    @Test
    void refusesMoreThanAnyoneMeans() {
        Map<String, Object> wide = new LinkedHashMap<>();
        for (int i = 0; i <= 1_000; i++) {
            wide.put("x" + i, Map.of("type", "int", "min", 0, "max", 3));
        }
        List<Integer> values = IntStream.range(0, 1_001).boxed().toList();
        Map<String, Object> fine = Map.of("type", "float", "min", 0, "max", 1e300, "step", 1e-300);
        Map<String, Object> space = Map.of("x", Map.of("type", "categorical", "values", values));
        assertThat(SpaceParser.parse(wide, null, null).errors())
                .containsExactly(error("space", "must hold at most 1000 parameters, was 1001"));
        assertThat(SpaceParser.parse(space, null, null).errors())
                .containsExactly(error("space.x.values", "must hold at most 1000 values, was 1001"));
        assertThat(SpaceParser.parse(Map.of("x", fine), null, null).errors())
                .containsExactly(error("space.x.step", "must leave at most 2^53 values, was 1.0E-300"));
    }

    @Test
    void refusesTreesOfTheWrongShape() {
        assertThat(SpaceParser.parse(List.of(), null, null).errors())
                .extracting(FieldError::field)
                .containsExactly("space");
        Parsed<SpaceSpec> parsed = SpaceParser.parse(example(), "a < b", Map.of());
        assertThat(parsed.errors()).extracting(FieldError::field).containsExactly("constraints", "seedTrials");
    }

    @Test
    void ignoresNoFieldOfAnyTypeAndMissesNone() {
        Map<String, Object> space = new LinkedHashMap<>();
        space.put("a", Map.of("type", "float", "min", 0, "max", 1, "stepp", 0.1));
        space.put("b", Map.of("type", "float", "min", 0));
        space.put("c", Map.of("type", "int", "max", 3));
        space.put("d", Map.of("type", "int", "min", 3));
        space.put("e", Map.of("type", "categorical", "values", List.of("x", "y"), "min", 1));
        space.put("f", Map.of("type", "categorical"));
        assertThat(SpaceParser.parse(space, null, null).errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "space.a.stepp", "space.b.max", "space.c.min", "space.d.max", "space.e.min", "space.f.values");
    }

    private static FieldError error(String field, String message) {
        return new FieldError(field, message);
    }
}
