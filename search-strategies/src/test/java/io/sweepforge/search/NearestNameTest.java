package io.sweepforge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("learningRate", "filters", "momentum");

    @Test
    void findsTyposAndWrongCase() {
        assertThat(NearestName.of("learnignRate", KNOWN)).contains("learningRate");
        assertThat(NearestName.of("learning_rate", KNOWN)).contains("learningRate");
        assertThat(NearestName.of("FILTER", KNOWN)).contains("filters");
    }

    @Test
    void findsNothingWhereTooMuchDiffers() {
        assertThat(NearestName.of("dropout", KNOWN)).isEmpty();
        assertThat(NearestName.of("x", List.of())).isEmpty();
    }

    @Test
    void acceptsUpToAThirdOfTheLetters() {
        assertThat(NearestName.of("fxltyrx", List.of("filters"))).isEmpty();
        assertThat(NearestName.of("fxltyrs", List.of("filters"))).contains("filters");
        assertThat(NearestName.of("seed", List.of("se"))).isEmpty();
        assertThat(NearestName.of("seedin", List.of("seed"))).contains("seed");
    }

    @Test
    void countsOnlyASwapOfNeighboursAsOne() {
        assertThat(NearestName.of("tpe", List.of("pte"))).contains("pte");
        assertThat(NearestName.of("tpe", List.of("pxt"))).isEmpty();
        assertThat(NearestName.of("tpe", List.of("xte"))).isEmpty();
        assertThat(NearestName.of("tpe", List.of("pxe"))).isEmpty();
    }

    @Test
    void comparesNamesUpToAHundredLetters() {
        String name = "n".repeat(100);
        assertThat(NearestName.of(name, List.of(name + "n"))).contains(name + "n");
        assertThat(NearestName.of(name + "n", List.of(name))).isEmpty();
    }

    @Test
    void hintListsAtMostTwentyNames() {
        List<String> twenty = IntStream.range(0, 20).mapToObj(i -> "name" + i).toList();
        assertThat(NearestName.hint("dropout", twenty)).endsWith("name18, name19");
        List<String> more = Stream.concat(twenty.stream(), Stream.of("name20")).toList();
        assertThat(NearestName.hint("dropout", more)).endsWith("name18, name19, …");
    }

    @Test
    void hintListsTheKnownNamesWhenNoneIsNear() {
        assertThat(NearestName.hint("momentun", KNOWN)).isEqualTo("did you mean \"momentum\"?");
        assertThat(NearestName.hint("dropout", KNOWN)).isEqualTo("known are learningRate, filters, momentum");
        assertThat(NearestName.hint("dropout", List.of())).isEqualTo("there are none");
    }
}
