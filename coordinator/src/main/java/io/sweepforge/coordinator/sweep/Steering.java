package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepPaused;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepResumed;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialSuggested;
import io.sweepforge.search.Parsed;
import io.sweepforge.search.space.Configuration;
import io.sweepforge.search.space.ConfigurationCheck;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people may do to a sweep. */
final class Steering {
    private Steering() {}

    /** What runs goes on to its end; nothing new begins. */
    static Answer pause(Sweep sweep, Instant now) {
        return switch (sweep.state()) {
            case RUNNING -> Answer.accepted(new SweepPaused("Paused by hand.", now));
            case PAUSED -> Answer.accepted();
            case COMPLETED, CANCELLED, FAILED -> over(sweep, "paused");
        };
    }

    static Answer resume(Sweep sweep, Instant now) {
        return switch (sweep.state()) {
            case PAUSED -> Answer.accepted(new SweepResumed(now));
            case RUNNING -> Answer.accepted();
            case COMPLETED, CANCELLED, FAILED -> over(sweep, "resumed");
        };
    }

    /** Running trials lose their leases at once: whatever their nodes still tell about them is not taken any more. */
    static Answer cancel(Sweep sweep, Instant now) {
        return switch (sweep.state()) {
            case RUNNING, PAUSED -> new Answer.Accepted(Ending.cancel(sweep, "Cancelled by hand.", now));
            case CANCELLED -> Answer.accepted();
            case COMPLETED, FAILED -> over(sweep, "cancelled");
        };
    }

    static Answer forget(Sweep sweep) {
        return sweep.state().isFinal()
                ? Answer.accepted()
                : Answer.conflict("Sweep %s is %s: cancel it before you delete it.".formatted(sweep.id(), name(sweep)));
    }

    /** The trial comes on top of the budget when the budget is used up. */
    static Answer addTrial(Sweep sweep, Map<String, Object> parameters, Instant now) {
        if (sweep.state().isFinal()) {
            return over(sweep, "given another trial");
        }
        Parsed<Configuration> checked =
                ConfigurationCheck.check(Strategies.space(sweep.spec()).space(), "parameters", parameters);
        return checked.value()
                .map(good -> Answer.accepted(
                        new TrialSuggested(sweep.trials().size(), good.values(), "Added by hand.", now)))
                .orElseGet(() -> new Answer.Refused(
                        ErrorCode.INVALID_SPECIFICATION,
                        "The parameters do not fit the search space.",
                        checked.errors()));
    }

    static Answer stopTrial(Sweep sweep, int number, Instant now) {
        return sweep.trials()
                .find(number)
                .map(trial -> stop(trial, now))
                .orElseGet(() -> new Answer.Refused(ErrorCode.NOT_FOUND, noTrial(sweep, number), List.of()));
    }

    static String noTrial(Sweep sweep, int number) {
        return "Sweep %s has no trial %d; it has %d, from 0."
                .formatted(sweep.id(), number, sweep.trials().size());
    }

    private static Answer stop(Trial trial, Instant now) {
        if (trial.state().isFinal()) {
            return trial.state() == TrialState.PRUNED
                    ? Answer.accepted()
                    : Answer.conflict("Trial %d is over: it is %s."
                            .formatted(trial.number(), trial.state().name().toLowerCase(Locale.ROOT)));
        }
        return Answer.accepted(new TrialEnded(
                trial.number(), trial.runningAttempt(), 0, TrialState.PRUNED, null, "Stopped by hand.", now));
    }

    static Answer over(Sweep sweep, String wish) {
        return Answer.conflict("Sweep %s is %s and cannot be %s any more.".formatted(sweep.id(), name(sweep), wish));
    }

    private static String name(Sweep sweep) {
        return sweep.state().name().toLowerCase(Locale.ROOT);
    }
}
