package io.sweepforge.search.sampler.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.problem.Problem;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.problem.Trials;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.support.HashedRandom;
import io.sweepforge.search.sampler.support.RandomDraws;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.SearchSpace;
import io.sweepforge.search.space.SpaceParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RandomSamplerTest {
    private static final int MANY = 100_000;

    private static Sampler sampler(SearchSpace space) {
        return Samplers.create("random", new SamplerSetup(space, Problem.MINIMIZE_LOSS, 42, Map.of(), MANY));
    }

    @Test
    void coversEveryScaleEvenlyIn100000Trials() {
        Sampler random = sampler(Problems.mixed().space());
        Map<String, Integer> optimizers = new HashMap<>();
        int smallRates = 0;
        int firstUnits = 0;
        for (int number = 0; number < MANY; number++) {
            Map<String, Object> values =
                    random.suggest(number).orElseThrow().configuration().values();
            optimizers.merge((String) values.get("opt"), 1, Integer::sum);
            smallRates += (double) values.get("lr") < Math.sqrt(1e-5) ? 1 : 0;
            firstUnits += Objects.equals(values.get("units"), 8L) ? 1 : 0;
        }
        assertThat(optimizers.values()).allSatisfy(count -> assertThat(count).isCloseTo(MANY / 3, within(600)));
        assertThat(smallRates).isCloseTo(MANY / 2, within(600));
        double firstShare = Math.log(8.5 / 7.5) / Math.log(512.5 / 7.5);
        assertThat((double) firstUnits / MANY).isCloseTo(firstShare, within(0.003));
    }

    @Test
    void staysFastWith100000FinishedTrials() {
        Sampler random = sampler(Problems.sphere5().space());
        List<FinishedTrial> finished = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            Configuration configuration = random.suggest(number).orElseThrow().configuration();
            finished.add(Trials.completed(number, configuration, number));
        }
        random.update(finished, List.of());
        assertThat(random.suggest(MANY).orElseThrow().configuration())
                .isNotIn(finished.stream().map(FinishedTrial::configuration).toList());
    }

    @Test
    void anotherSeedGivesOtherTrials() {
        SearchSpace space = Problems.sphere5().space();
        Sampler other = Samplers.create("random", new SamplerSetup(space, Problem.MINIMIZE_LOSS, 43, Map.of(), 1));
        assertThat(other.suggest(0)).isNotEqualTo(sampler(space).suggest(0));
    }

    @Test
    void refusesConstraintsThatNothingMeets() {
        SearchSpace impossible = space("x > 2");
        assertThat(Samplers.refusals("random", new SamplerSetup(impossible, Problem.MINIMIZE_LOSS, 0, Map.of(), 10)))
                .extracting(FieldError::field)
                .containsExactly("constraints");
        assertThatThrownBy(() -> RandomDraws.feasible(impossible, new HashedRandom(1, 2, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("constraints");
    }

    @Test
    void findsTheFeasibleHundredth() {
        Sampler random = sampler(space("abs(x - 0.5) < 0.005"));
        for (int number = 0; number < 100; number++) {
            double x = (double) random.suggest(number)
                    .orElseThrow()
                    .configuration()
                    .values()
                    .get("x");
            assertThat(x).isCloseTo(0.5, within(0.005));
        }
    }

    private static SearchSpace space(String constraint) {
        return SpaceParser.parse(Map.of("x", Map.of("type", "float", "min", 0, "max", 1)), List.of(constraint), null)
                .get()
                .space();
    }
}
