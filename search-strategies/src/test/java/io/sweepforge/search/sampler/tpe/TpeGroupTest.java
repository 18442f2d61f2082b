package io.sweepforge.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.problem.Spaces;
import io.sweepforge.search.problem.Trials;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.space.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TpeGroupTest {
    private static TpeGroup group() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("x", Spaces.real(0, 1));
        tree.put("k", Spaces.integer(1, 4));
        tree.put("c", Spaces.choice("a", "b", "c"));
        return TpeGroup.of(Spaces.of(tree)).get(0);
    }

    @Test
    void readsConfigurationsAsPointsAndBack() {
        Configuration configuration = new Configuration(Map.of("x", 0.3, "k", 2L, "c", "c"));
        assertThat(group().encode(configuration)).containsExactly(0.3, 0.375, 2);
        assertThat(group().decode(new double[] {0.3, 0.45, 2})).isEqualTo(configuration.values());
        assertThat(group().snap(new double[] {0.3, 0.45, 2})).containsExactly(0.3, 0.375, 2);
    }

    @Test
    void knowsHowWideAValueIs() {
        assertThat(group().dimensions()).extracting(TpeDimension::cell).containsExactly(0.0, 0.25, 0.0);
    }

    @Test
    void callsATenthGoodAndAtMostTwentyFive() {
        assertThat(goodOf(95)).containsExactly(94, 93, 92, 91, 90, 89, 88, 87, 86, 85);
        assertThat(goodOf(400)).hasSize(25).startsWith(399, 398);
    }

    @Test
    void ranksMoreThanTheGoodOnesWhenAsked() {
        TpeSplit split = trials(95).split(List.of(), 50);
        assertThat(split.ranked()).hasSize(50);
        assertThat(split.good()).hasSize(10).isEqualTo(split.ranked().subList(0, 10));
        assertThat(split.bad()).hasSize(85);
    }

    private static List<Integer> goodOf(int count) {
        TpeSplit split = trials(count).split(List.of(), 0);
        assertThat(split.good().size() + split.bad().size()).isEqualTo(count);
        return split.good().stream()
                .map(point -> (int) Math.round(point[0] * 3_000))
                .collect(Collectors.toList());
    }

    @Test
    void comparesWithTheLatestTwoThousandOthers() {
        TpeSplit split = trials(3_000).split(List.of(), 0);
        assertThat(split.bad()).hasSize(2_000);
        assertThat(split.bad().get(0)[0]).isEqualTo(2_974 / 3_000.0);
    }

    /** Ever better ones, told the last first. */
    private static GroupTrials trials(int count) {
        TpeGroup line = TpeGroup.of(Spaces.floats(1, 0, 1)).get(0);
        GroupTrials trials = new GroupTrials(line);
        trials.tell(IntStream.range(0, count)
                .map(i -> count - 1 - i)
                .mapToObj(number -> Observation.of(Trials.finished(
                        number, new Configuration(Map.of("x0", number / 3_000.0)), Outcome.COMPLETED, -number)))
                .toList());
        return trials;
    }
}
