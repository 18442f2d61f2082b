package io.sweepforge.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AttemptLifecycleTest {
    /** Every state with every signal; a signal that is not listed changes nothing. */
    private static final Map<AttemptState, String> EXPECTED = Map.of(
            AttemptState.FETCHING,
            "FAILED:ENDED/TELL_FAILED LEAVE:ENDED/NOTHING PAUSE:ENDED/TELL_PAUSED PREPARED:TRAINING/START_LANE STOP:ENDED/TELL_STOPPED",
            AttemptState.TRAINING,
            "FAILED:ENDED/TELL_FAILED FINISHED:SAVING_COMPLETED/SAVE_CHECKPOINT LEAVE:LEAVING/PARK_LANE PAUSE:PAUSING/PARK_LANE STOP:STOPPING/REMOVE_LANE",
            AttemptState.STOPPING,
            "FAILED:ENDED/TELL_STOPPED FINISHED:ENDED/TELL_STOPPED PARKED:ENDED/TELL_STOPPED REMOVED:ENDED/TELL_STOPPED",
            AttemptState.PAUSING,
            "FAILED:ENDED/TELL_FAILED FINISHED:SAVING_COMPLETED/SAVE_CHECKPOINT PARKED:SAVING_PAUSED/SAVE_CHECKPOINT STOP:STOPPING/NOTHING",
            AttemptState.LEAVING,
            "FAILED:ENDED/TELL_FAILED FINISHED:SAVING_COMPLETED/SAVE_CHECKPOINT PARKED:SAVING_LEFT/SAVE_CHECKPOINT PAUSE:PAUSING/NOTHING STOP:STOPPING/NOTHING",
            AttemptState.SAVING_COMPLETED,
            "FAILED:ENDED/TELL_FAILED SAVED:ENDED/TELL_COMPLETED STOP:ENDED/TELL_STOPPED",
            AttemptState.SAVING_PAUSED,
            "FAILED:ENDED/TELL_FAILED SAVED:ENDED/TELL_PAUSED STOP:ENDED/TELL_STOPPED",
            AttemptState.SAVING_LEFT,
            "FAILED:ENDED/TELL_FAILED PAUSE:SAVING_PAUSED/NOTHING SAVED:ENDED/NOTHING STOP:ENDED/TELL_STOPPED",
            AttemptState.ENDED,
            "");

    @Test
    void answersEverySignalInEveryState() {
        Map<AttemptState, String> table = new TreeMap<>();
        for (AttemptState state : AttemptState.values()) {
            table.put(state, transitions(state));
        }

        assertThat(table).containsExactlyInAnyOrderEntriesOf(EXPECTED);
    }

    @Test
    void freesTheLaneBeforeTheLastCheckpointIsSafe() {
        assertThat(Arrays.stream(AttemptState.values()).filter(AttemptState::needsLane))
                .containsExactly(
                        AttemptState.FETCHING,
                        AttemptState.TRAINING,
                        AttemptState.STOPPING,
                        AttemptState.PAUSING,
                        AttemptState.LEAVING);
    }

    private static String transitions(AttemptState state) {
        return Arrays.stream(AttemptSignal.values())
                .flatMap(signal -> AttemptLifecycle.transition(state, signal).stream()
                        .map(transition -> signal + ":" + transition.next() + "/" + transition.action()))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
