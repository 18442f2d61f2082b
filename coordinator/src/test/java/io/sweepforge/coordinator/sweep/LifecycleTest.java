package io.sweepforge.coordinator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.TrialState;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {
    @ParameterizedTest
    @EnumSource(TrialState.class)
    void leavesNoFinalStateOfATrialAndEveryOther(TrialState state) {
        assertThat(TrialLifecycle.NEXT.get(state).isEmpty()).isEqualTo(state.isFinal());
    }

    @ParameterizedTest
    @EnumSource(SweepState.class)
    void leavesNoFinalStateOfASweepAndEveryOther(SweepState state) {
        assertThat(SweepLifecycle.NEXT.get(state).isEmpty()).isEqualTo(state.isFinal());
    }

    @Test
    void reachesEveryStateFromTheFirst() {
        assertThat(reachable(TrialLifecycle.NEXT, TrialState.PENDING)).isEqualTo(EnumSet.allOf(TrialState.class));
        assertThat(reachable(SweepLifecycle.NEXT, SweepState.RUNNING)).isEqualTo(EnumSet.allOf(SweepState.class));
    }

    @Test
    void refusesATransitionThatIsNotInTheTable() {
        assertThatThrownBy(() -> TrialLifecycle.move(TrialState.COMPLETED, TrialState.RUNNING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("COMPLETED")
                .hasMessageContaining("RUNNING");
        assertThatThrownBy(() -> SweepLifecycle.move(SweepState.CANCELLED, SweepState.RUNNING))
                .isInstanceOf(IllegalStateException.class);
    }

    private static <S extends Enum<S>> Set<S> reachable(Map<S, Set<S>> next, S first) {
        Set<S> found = EnumSet.of(first);
        int before = 0;
        while (found.size() > before) {
            before = found.size();
            for (S state : EnumSet.copyOf(found)) {
                found.addAll(next.get(state));
            }
        }
        return found;
    }
}
