package io.sweepforge.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainTest {
    static Stream<Domain> domains() {
        return Stream.of(
                new FloatDomain(-2, 3, Scale.LINEAR, 0),
                new FloatDomain(1e-5, 1, Scale.LOG, 0),
                new FloatDomain(0.1, 0.75, Scale.LINEAR, 0.1),
                new IntDomain(-3, 9, Scale.LINEAR, 1),
                new IntDomain(8, 60, Scale.LINEAR, 8),
                new IntDomain(1, 512, Scale.LOG, 1),
                new CategoricalDomain(List.of("a", true, 2L, 0.5)));
    }

    @ParameterizedTest
    @MethodSource("domains")
    void everyPointOfTheUnitIntervalIsAValueAndComesBack(Domain domain) {
        for (int i = 0; i <= 1000; i++) {
            Object value = domain.fromUnit(i / 1000.0);
            assertThat(domain.accept(value)).contains(value);
            assertThat(domain.fromUnit(domain.toUnit(value))).satisfies(back -> assertSame(back, value));
        }
    }

    @ParameterizedTest
    @MethodSource("domains")
    void pointsOutsideCountAsTheNearerEnd(Domain domain) {
        assertThat(domain.fromUnit(-3)).isEqualTo(domain.fromUnit(0));
        assertThat(domain.fromUnit(7)).isEqualTo(domain.fromUnit(1));
    }

    @ParameterizedTest
    @MethodSource("domains")
    void finiteDomainsCountTheirValues(Domain domain) {
        domain.size().ifPresent(size -> {
            assertThat(domain.fromUnit(0)).isEqualTo(domain.at(0));
            assertThat(domain.fromUnit(1)).isEqualTo(domain.at(size - 1));
        });
    }

    @Test
    void stepsBeginAtTheLeastValue() {
        assertThat(new IntDomain(1, 10, Scale.LINEAR, 3).accept(4)).contains(4L);
        assertThat(new IntDomain(1, 10, Scale.LINEAR, 3).accept(5)).isEmpty();
        assertThat(new FloatDomain(2, 3, Scale.LINEAR, 0.5).size()).hasValue(3);
        assertThat(new FloatDomain(2, 3, Scale.LINEAR, 0.5).accept(2.5)).contains(2.5);
    }

    @Test
    void acceptsWhatMeansTheSame() {
        assertThat(new IntDomain(8, 64, Scale.LINEAR, 8).accept(16.0)).contains(16L);
        assertThat(new IntDomain(8, 64, Scale.LINEAR, 8).accept(17)).isEmpty();
        assertThat(new CategoricalDomain(List.of(2L, "2")).accept(2.0)).contains(2L);
        assertThat(new FloatDomain(0.1, 0.9, Scale.LINEAR, 0.1).accept(0.1 + 0.2))
                .contains(0.3);
        assertThat(new FloatDomain(0, 1, Scale.LINEAR, 0).accept(1)).contains(1.0);
        assertThat(new FloatDomain(0, 1, Scale.LINEAR, 0).accept(Double.NaN)).isEmpty();
        assertThat(new FloatDomain(0, 1, Scale.LINEAR, 0).accept(null)).isEmpty();
    }

    @Test
    void aMaximumOffTheStepIsNotAValue() {
        IntDomain domain = new IntDomain(8, 63, Scale.LINEAR, 8);
        assertThat(domain.size()).hasValue(7);
        assertThat(domain.fromUnit(1)).isEqualTo(56L);
    }

    @Test
    void constructorsRefuseWhatTheParserRefuses() {
        assertThatThrownBy(() -> new FloatDomain(0, 1, Scale.LOG, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("min: must be greater than 0 on a log scale, was 0");
        assertThatThrownBy(() -> new IntDomain(3, 2, Scale.LINEAR, 1)).hasMessageContaining("max: ");
        assertThatThrownBy(() -> new CategoricalDomain(List.of())).hasMessageContaining("values: ");
    }

    @Test
    void aSpaceRefusesWhatHasNoOrder() {
        Domain domain = new IntDomain(0, 3, Scale.LINEAR, 1);
        Parameter orphan = new Parameter("a", domain, List.of(new Condition("b", List.of(1L))));
        Parameter free = new Parameter("c", domain, List.of());
        assertThatThrownBy(() -> new SearchSpace(List.of(orphan), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("known parent");
        assertThatThrownBy(() -> new SearchSpace(List.of(free, free), List.of()))
                .hasMessageContaining("must not repeat the name c");
    }

    private static void assertSame(Object back, Object value) {
        if (value instanceof Double number) {
            assertThat((Double) back).isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
        } else {
            assertThat(back).isEqualTo(value);
        }
    }
}
