package io.sweepforge.search.scheduler.halving;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.search.Objective;
import io.sweepforge.search.catalog.Schedulers;
import io.sweepforge.search.problem.Problems;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HyperbandTest {
    private static final Objective LOSS = new Objective("loss", Objective.Goal.MINIMIZE);

    private static Scheduler hyperband(int maxEpochs) {
        return Schedulers.create(
                "hyperband",
                new SchedulerSetup(
                        Problems.mixed().space(), List.of(LOSS), 0, Map.of("mode", "stopping"), 100, maxEpochs));
    }

    private static int[] counts(BracketShares shares, int brackets, int trials) {
        int[] counts = new int[brackets];
        for (int number = 0; number < trials; number++) {
            counts[shares.bracket(number)]++;
        }
        return counts;
    }

    @Test
    void bracketsGetThePapersSharesEvenOfFewTrials() {
        int[] expected = {2_700, 1_200, 600, 400};
        int[] counts = counts(new BracketShares(4, 3), 4, 4_900);
        for (int i = 0; i < expected.length; i++) {
            assertThat(counts[i]).isBetween(expected[i] - 3, expected[i] + 3);
        }
        assertThat(counts(new BracketShares(4, 3), 4, 20)).containsExactly(11, 5, 3, 1);
        assertThat(counts(new BracketShares(1, 3), 1, 7)).containsExactly(7);
    }

    @Test
    void eachBracketComparesItsOwnTrialsFromItsOwnFirstRungOn() {
        Scheduler hyperband = hyperband(27);
        assertThat(hyperband.rungs()).containsExactly(1, 3, 9);
        BracketShares shares = new BracketShares(4, 3);
        int[] seen = new int[4];
        for (int number = 0; number < 60; number++) {
            int bracket = shares.bracket(number);
            seen[bracket]++;
            int first = List.of(1, 3, 9, 27).get(bracket);
            for (int epoch : List.of(1, 3, 9)) {
                Observation report = new Observation(number, epoch, List.of((double) number));
                Decision decision = hyperband.decide(report);
                hyperband.record(report, decision);
                if (epoch < first) {
                    assertThat(decision.reason()).isEqualTo("no comparison at epoch " + epoch);
                }
                if (epoch == first) {
                    assertThat(decision.reason())
                            .contains("ranks %1$d of %1$d at rung %2$d of bracket %3$d of 4,"
                                    .formatted(seen[bracket], first, bracket + 1));
                }
            }
        }
        assertThat(seen).containsExactly(33, 14, 8, 5);
    }

    @Test
    void oneEpochLeavesNothingToCompare() {
        assertThat(hyperband(1).rungs()).isEmpty();
        assertThat(hyperband(1).decide(new Observation(3, 1, List.of(0.5)))).isInstanceOf(Decision.Continue.class);
    }
}
