package io.sweepforge.search.scheduler.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.ConfigurationCheck;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerturbationTest {
    private static final Map<String, Object> TREE = new TreeMap<>(Map.of(
            "rate", Map.of("type", "float", "min", 1e-4, "max", 1.0, "scale", "log"),
            "dropout", Map.of("type", "float", "min", 0.0, "max", 0.5),
            "decay", Map.of("type", "float", "min", 1.0, "max", 3.0, "step", 0.5),
            "units", Map.of("type", "int", "min", 8, "max", 64),
            "optimizer", Map.of("type", "categorical", "values", List.of("sgd", "adam")),
            "momentum", Map.of("type", "float", "min", 0.0, "max", 0.99, "when", Map.of("optimizer", List.of("sgd")))));
    private static final Map<String, Object> DONOR =
            Map.of("rate", 0.01, "dropout", 0.25, "decay", 1.5, "units", 16, "optimizer", "adam");

    private static SearchSpace space(String... constraints) {
        return SpaceParser.parse(TREE, List.of(constraints), null).get().space();
    }

    private static Configuration donor(SearchSpace space) {
        return ConfigurationCheck.check(space, "donor", DONOR).get();
    }

    private static List<Configuration> copies(SearchSpace space, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Perturbation.of(space, donor(space), 7, number))
                .collect(Collectors.toList());
    }

    private static List<Double> values(List<Configuration> copies, String name) {
        return copies.stream().map(copy -> (double) copy.values().get(name)).collect(Collectors.toList());
    }

    private static double share(List<Double> values, double value) {
        return values.stream().filter(other -> Math.abs(other - value) < 1e-9).count() / (double) values.size();
    }

    @Test
    void onlyFloatsChangeAndStayInTheirDomains() {
        SearchSpace space = space();
        assertThat(copies(space, 500)).allSatisfy(copy -> {
            assertThat(ConfigurationCheck.check(space, "copy", copy.values()).errors())
                    .isEmpty();
            assertThat(copy.values()).containsEntry("units", 16L).containsEntry("optimizer", "adam");
            assertThat(copy.values().keySet())
                    .containsExactlyElementsOf(donor(space).values().keySet());
        });
    }

    @Test
    void multipliesOnALogScaleMovesOnALinearOneAndResamplesAQuarter() {
        List<Configuration> copies = copies(space(), 2000);
        assertThat(share(values(copies, "rate"), 0.008)).isCloseTo(0.375, within(0.04));
        assertThat(share(values(copies, "rate"), 0.012)).isCloseTo(0.375, within(0.04));
        assertThat(share(values(copies, "dropout"), 0.2)).isCloseTo(0.375, within(0.04));
        assertThat(share(values(copies, "dropout"), 0.3)).isCloseTo(0.375, within(0.04));
        assertThat(share(values(copies, "decay"), 1)).isGreaterThan(0.35);
        assertThat(share(values(copies, "decay"), 2)).isGreaterThan(0.35);
        assertThat(share(values(copies, "decay"), 1.5)).isLessThan(0.1);
    }

    @Test
    void staysInsideAtTheEndsOfARange() {
        SearchSpace space = space();
        Map<String, Object> atTheEnd = new LinkedHashMap<>(DONOR);
        atTheEnd.put("rate", 1.0);
        atTheEnd.put("dropout", 0.0);
        Configuration donor = ConfigurationCheck.check(space, "donor", atTheEnd).get();
        for (int number = 0; number < 200; number++) {
            Configuration copy = Perturbation.of(space, donor, 3, number);
            assertThat((double) copy.values().get("rate")).isBetween(1e-4, 1.0);
            assertThat((double) copy.values().get("dropout")).isBetween(0.0, 0.5);
        }
    }

    @Test
    void constraintsHoldAndWithoutAnyAllowedChangeNothingChanges() {
        assertThat(values(copies(space("rate >= 0.01"), 300), "rate"))
                .allMatch(rate -> rate >= 0.01)
                .contains(0.01 * 1.2);
        SearchSpace stuck = space("rate >= 0.01", "rate <= 0.01");
        assertThat(copies(stuck, 20)).containsOnly(donor(stuck));
        assertThat(Perturbation.words(donor(stuck), donor(stuck))).isEqualTo("the same parameters");
    }

    @Test
    void aParameterThatAFloatSwitchesStaysAsItIs() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("gate", Map.of("type", "float", "min", 0.0, "max", 1.0, "step", 0.5));
        tree.put("size", Map.of("type", "int", "min", 1, "max", 4, "when", Map.of("gate", List.of(0.0))));
        SearchSpace space = SpaceParser.parse(tree, null, null).get().space();
        Configuration donor =
                ConfigurationCheck.check(space, "donor", Map.of("gate", 0.5)).get();
        for (int number = 0; number < 100; number++) {
            assertThat(Perturbation.of(space, donor, 1, number).values()).doesNotContainKey("size");
        }
    }

    @Test
    void dependsOnSeedAndNumberOnly() {
        SearchSpace space = space();
        assertThat(copies(space, 50)).isEqualTo(copies(space, 50));
        assertThat(Set.copyOf(copies(space, 50))).hasSizeGreaterThan(25);
        assertThat(Perturbation.of(space, donor(space), 8, 0))
                .isNotEqualTo(copies(space, 1).get(0));
    }

    @Test
    void saysWhatChanged() {
        SearchSpace space = space();
        Map<String, Object> changed = new LinkedHashMap<>(DONOR);
        changed.put("rate", 0.01 * 1.2);
        changed.put("dropout", 1 / 3.0);
        Configuration copy = ConfigurationCheck.check(space, "copy", changed).get();
        assertThat(Perturbation.words(donor(space), copy).split(", "))
                .containsExactlyInAnyOrder("rate 0.012 instead of 0.01", "dropout 0.3333 instead of 0.25");
    }
}
