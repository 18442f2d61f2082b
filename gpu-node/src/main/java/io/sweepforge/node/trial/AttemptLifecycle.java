package io.sweepforge.node.trial;

import static io.sweepforge.node.trial.AttemptAction.NOTHING;
import static io.sweepforge.node.trial.AttemptAction.PARK_LANE;
import static io.sweepforge.node.trial.AttemptAction.REMOVE_LANE;
import static io.sweepforge.node.trial.AttemptAction.SAVE_CHECKPOINT;
import static io.sweepforge.node.trial.AttemptAction.START_LANE;
import static io.sweepforge.node.trial.AttemptAction.TELL_COMPLETED;
import static io.sweepforge.node.trial.AttemptAction.TELL_FAILED;
import static io.sweepforge.node.trial.AttemptAction.TELL_PAUSED;
import static io.sweepforge.node.trial.AttemptAction.TELL_STOPPED;
import static io.sweepforge.node.trial.AttemptState.ENDED;
import static io.sweepforge.node.trial.AttemptState.FETCHING;
import static io.sweepforge.node.trial.AttemptState.LEAVING;
import static io.sweepforge.node.trial.AttemptState.PAUSING;
import static io.sweepforge.node.trial.AttemptState.SAVING_COMPLETED;
import static io.sweepforge.node.trial.AttemptState.SAVING_LEFT;
import static io.sweepforge.node.trial.AttemptState.SAVING_PAUSED;
import static io.sweepforge.node.trial.AttemptState.STOPPING;
import static io.sweepforge.node.trial.AttemptState.TRAINING;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The transition table of an attempt. What is not in it changes nothing: answers that arrive late, and commands told
 * twice. A stop wins over everything that is still under way; an attempt that trained its last epoch is completed even
 * when a pause was asked for meanwhile.
 */
public final class AttemptLifecycle {
    /** Where a signal leads and what has to be done on the way. */
    public record Transition(AttemptState next, AttemptAction action) {}

    private static final Map<AttemptState, Map<AttemptSignal, Transition>> TABLE = new EnumMap<>(AttemptState.class);

    static {
        on(FETCHING, AttemptSignal.PREPARED, TRAINING, START_LANE);
        on(FETCHING, AttemptSignal.STOP, ENDED, TELL_STOPPED);
        on(FETCHING, AttemptSignal.PAUSE, ENDED, TELL_PAUSED);
        on(FETCHING, AttemptSignal.LEAVE, ENDED, NOTHING);
        on(FETCHING, AttemptSignal.FAILED, ENDED, TELL_FAILED);

        on(TRAINING, AttemptSignal.STOP, STOPPING, REMOVE_LANE);
        on(TRAINING, AttemptSignal.PAUSE, PAUSING, PARK_LANE);
        on(TRAINING, AttemptSignal.LEAVE, LEAVING, PARK_LANE);
        on(TRAINING, AttemptSignal.FINISHED, SAVING_COMPLETED, SAVE_CHECKPOINT);
        on(TRAINING, AttemptSignal.FAILED, ENDED, TELL_FAILED);

        on(STOPPING, AttemptSignal.REMOVED, ENDED, TELL_STOPPED);
        on(STOPPING, AttemptSignal.PARKED, ENDED, TELL_STOPPED);
        on(STOPPING, AttemptSignal.FINISHED, ENDED, TELL_STOPPED);
        on(STOPPING, AttemptSignal.FAILED, ENDED, TELL_STOPPED);

        on(PAUSING, AttemptSignal.STOP, STOPPING, NOTHING);
        on(PAUSING, AttemptSignal.PARKED, SAVING_PAUSED, SAVE_CHECKPOINT);
        on(PAUSING, AttemptSignal.FINISHED, SAVING_COMPLETED, SAVE_CHECKPOINT);
        on(PAUSING, AttemptSignal.FAILED, ENDED, TELL_FAILED);

        on(LEAVING, AttemptSignal.STOP, STOPPING, NOTHING);
        on(LEAVING, AttemptSignal.PAUSE, PAUSING, NOTHING);
        on(LEAVING, AttemptSignal.PARKED, SAVING_LEFT, SAVE_CHECKPOINT);
        on(LEAVING, AttemptSignal.FINISHED, SAVING_COMPLETED, SAVE_CHECKPOINT);
        on(LEAVING, AttemptSignal.FAILED, ENDED, TELL_FAILED);

        on(SAVING_COMPLETED, AttemptSignal.STOP, ENDED, TELL_STOPPED);
        on(SAVING_COMPLETED, AttemptSignal.SAVED, ENDED, TELL_COMPLETED);
        on(SAVING_COMPLETED, AttemptSignal.FAILED, ENDED, TELL_FAILED);

        on(SAVING_PAUSED, AttemptSignal.STOP, ENDED, TELL_STOPPED);
        on(SAVING_PAUSED, AttemptSignal.SAVED, ENDED, TELL_PAUSED);
        on(SAVING_PAUSED, AttemptSignal.FAILED, ENDED, TELL_FAILED);

        on(SAVING_LEFT, AttemptSignal.STOP, ENDED, TELL_STOPPED);
        on(SAVING_LEFT, AttemptSignal.PAUSE, SAVING_PAUSED, NOTHING);
        on(SAVING_LEFT, AttemptSignal.SAVED, ENDED, NOTHING);
        on(SAVING_LEFT, AttemptSignal.FAILED, ENDED, TELL_FAILED);
    }

    private AttemptLifecycle() {}

    /** What a signal does in a state; empty when it does nothing. */
    public static Optional<Transition> transition(AttemptState state, AttemptSignal signal) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(signal));
    }

    private static void on(AttemptState state, AttemptSignal signal, AttemptState next, AttemptAction action) {
        TABLE.computeIfAbsent(state, unused -> new EnumMap<>(AttemptSignal.class))
                .put(signal, new Transition(next, action));
    }
}
