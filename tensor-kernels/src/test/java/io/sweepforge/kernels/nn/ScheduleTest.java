package io.sweepforge.kernels.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void constantStaysAtTheBase() {
        Schedule schedule = new Schedule(new Schedule.Constant(), 0.1, 0, 10);
        assertThat(schedule.at(0)).isEqualTo(0.1);
        assertThat(schedule.at(100)).isEqualTo(0.1);
    }

    @Test
    void warmupRisesInEqualStepsToTheBase() {
        Schedule schedule = new Schedule(new Schedule.Constant(), 0.4, 4, 10);
        assertThat(new double[] {schedule.at(0), schedule.at(1), schedule.at(2), schedule.at(3), schedule.at(4)})
                .containsExactly(new double[] {0.1, 0.2, 0.3, 0.4, 0.4}, within(1e-12));
    }

    @Test
    void stepDecaysEverySoManyStepsAfterTheWarmup() {
        Schedule schedule = new Schedule(new Schedule.Step(3, 0.5), 0.8, 2, 100);
        assertThat(schedule.at(4)).isEqualTo(0.8);
        assertThat(schedule.at(5)).isEqualTo(0.4);
        assertThat(schedule.at(8)).isEqualTo(0.2);
    }

    @Test
    void cosineFallsFromTheBaseToZero() {
        Schedule schedule = new Schedule(new Schedule.Cosine(), 0.2, 10, 110);
        assertThat(schedule.at(10)).isEqualTo(0.2);
        assertThat(schedule.at(60)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.at(110)).isCloseTo(0, within(1e-12));
        assertThat(schedule.at(500)).isCloseTo(0, within(1e-12));
    }

    @Test
    void refusesValuesOutOfRangeByName() {
        assertThatThrownBy(() -> new Schedule(new Schedule.Constant(), 0, 0, 1)).hasMessageContaining("schedule.base");
        assertThatThrownBy(() -> new Schedule(new Schedule.Constant(), 1, -1, 1))
                .hasMessageContaining("schedule.warmup");
        assertThatThrownBy(() -> new Schedule(new Schedule.Constant(), 1, 5, 5))
                .hasMessage("schedule.total must be above the warm-up (5), was 5");
        assertThatThrownBy(() -> new Schedule.Step(0, 0.5)).hasMessageContaining("schedule.every");
        assertThatThrownBy(() -> new Schedule.Step(1, 1.5)).hasMessageContaining("schedule.factor");
    }
}
