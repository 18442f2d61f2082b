package io.sweepforge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void hintListsTheKnownNamesWhenNoneIsNear() {
        assertThat(NearestName.hint("momentun", KNOWN)).isEqualTo("did you mean \"momentum\"?");
        assertThat(NearestName.hint("dropout", KNOWN)).isEqualTo("known are learningRate, filters, momentum");
        assertThat(NearestName.hint("dropout", List.of())).isEqualTo("there are none");
    }
}
