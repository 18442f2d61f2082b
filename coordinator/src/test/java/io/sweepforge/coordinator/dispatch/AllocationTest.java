package io.sweepforge.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.dispatch.Allocation.Free;
import io.sweepforge.coordinator.dispatch.Allocation.Grant;
import io.sweepforge.coordinator.dispatch.Allocation.Want;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllocationTest {
    @Test
    void servesTheHigherPriorityFirst() {
        List<Grant> grants = Allocation.of(List.of(want("a", 0, 4, 0), want("b", 5, 2, 100)), List.of(free("n1", 3)));

        assertThat(grants).extracting(Grant::sweep).containsExactly("b", "b", "a");
    }

    @Test
    void sharesLanesFairlyCountingWhatIsOccupied() {
        List<Grant> grants = Allocation.of(List.of(want("a", 0, 9, 2), want("b", 0, 9, 0)), List.of(free("n1", 4)));

        assertThat(grants).extracting(Grant::sweep).containsExactly("b", "b", "a", "b");
    }

    @Test
    void prefersTheNodeThatHasTheDataThenTheOneWithMostRoom() {
        Free cached = new Free("n1", "cpu-0", 1, Set.of("family"), Set.of("data"));
        List<Grant> grants = Allocation.of(List.of(want("a", 0, 3, 0)), List.of(free("n2", 1), cached, free("n3", 2)));

        assertThat(grants).extracting(Grant::node).containsExactly("n1", "n3", "n2");
    }

    @Test
    void leavesNodesWithoutTheFamilyAlone() {
        Free other = new Free("n1", "cpu-0", 5, Set.of("other"), Set.of());

        assertThat(Allocation.of(List.of(want("a", 0, 3, 0)), List.of(other))).isEmpty();
    }

    private static Want want(String sweep, int priority, int wanted, int occupied) {
        return new Want(sweep, priority, "family", "data", wanted, occupied);
    }

    private static Free free(String node, int lanes) {
        return new Free(node, "cpu-0", lanes, Set.of("family"), Set.of());
    }
}
