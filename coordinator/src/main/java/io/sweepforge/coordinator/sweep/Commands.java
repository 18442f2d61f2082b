package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.coordinator.sweep.SweepCommand.Asked;
import io.sweepforge.coordinator.sweep.SweepEvent.SpaceExhausted;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepCreated;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepPaused;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialSuggested;
import io.sweepforge.coordinator.sweep.SweepEvent.WarmStarted;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.search.space.Configuration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which decision belongs to which command. */
final class Commands {
    private Commands() {}

    /** Trials that were given with the sweep come first, in their order. */
    static List<SweepEvent> create(String id, SweepSpec spec, Instant now) {
        List<SweepEvent> events = new ArrayList<>();
        events.add(new SweepCreated(id, spec, now));
        List<Configuration> given = Strategies.space(spec).seedTrials();
        int count = Math.min(given.size(), spec.budget().maxTrials());
        for (int i = 0; i < count; i++) {
            events.add(new TrialSuggested(i, given.get(i).values(), "Given with the sweep.", now));
        }
        return events;
    }

    /** What people want of a sweep that exists. Questions change nothing. */
    static Answer decide(Sweep sweep, Asked command, Instant now) {
        if (command instanceof SweepCommand.Pause) {
            return Steering.pause(sweep, now);
        }
        if (command instanceof SweepCommand.Resume) {
            return Steering.resume(sweep, now);
        }
        if (command instanceof SweepCommand.Cancel) {
            return Steering.cancel(sweep, now);
        }
        if (command instanceof SweepCommand.Forget) {
            return Steering.forget(sweep);
        }
        if (command instanceof SweepCommand.Change change) {
            return Changing.change(sweep, change.patch(), now);
        }
        if (command instanceof SweepCommand.AddTrial add) {
            return Steering.addTrial(sweep, add.parameters(), now);
        }
        if (command instanceof SweepCommand.StopTrial stop) {
            return Steering.stopTrial(sweep, stop.number(), now);
        }
        return Answer.accepted();
    }

    static SweepReply unknown(String id) {
        return new SweepReply.Refused(ErrorCode.NOT_FOUND, "There is no sweep " + id + ".", List.of());
    }

    /**
     * What follows from what others tell a sweep that is not over; nothing when it comes too late.
     *
     * @param hasData whether the sweep's data set is here
     */
    static List<SweepEvent> news(Sweep sweep, SweepCommand command, boolean hasData, Instant now) {
        if (command instanceof SweepCommand.Offered offer) {
            return hasData ? Leasing.events(sweep, offer.lanes(), now) : pause(sweep, dataMissing(sweep), now);
        }
        if (command instanceof SweepCommand.NodeLost lost) {
            return Failing.nodeLost(sweep, lost.node(), now);
        }
        if (command instanceof SweepCommand.EarlierFound found) {
            return sweep.earlier() == null ? List.of(new WarmStarted(found.trials(), now)) : List.of();
        }
        if (command instanceof SweepCommand.Suggested suggested) {
            return suggested(sweep, suggested, now);
        }
        if (command instanceof SweepCommand.SuggestingFailed failed) {
            return pause(
                    sweep,
                    "The sampler could not propose trial %d: %s".formatted(failed.number(), failed.message()),
                    now);
        }
        return List.of();
    }

    /** The trial that its node should be told to start once more. */
    static Optional<Trial> unconfirmed(Sweep sweep, SweepCommand.LeaseUnconfirmed command) {
        return sweep.trials()
                .find(command.number())
                .filter(Trial::isRunning)
                .filter(trial -> trial.lease() != null
                        && trial.lease()
                                .isHeldBy(command.attempt(), command.lane().node()));
    }

    /** Only the next number counts: a trial added by hand may have taken the one that was asked for. */
    private static List<SweepEvent> suggested(Sweep sweep, SweepCommand.Suggested command, Instant now) {
        if (!sweep.isRunning()
                || sweep.isPlanned(Integer.MAX_VALUE)
                || command.number() != sweep.trials().size()) {
            return List.of();
        }
        return command.suggestion()
                .<List<SweepEvent>>map(suggestion -> List.of(new TrialSuggested(
                        command.number(), suggestion.configuration().values(), suggestion.reason(), now)))
                .orElseGet(() -> List.of(new SpaceExhausted(now)));
    }

    private static List<SweepEvent> pause(Sweep sweep, String reason, Instant now) {
        return sweep.isRunning() ? List.of(new SweepPaused(reason, now)) : List.of();
    }

    private static String dataMissing(Sweep sweep) {
        return "The data set %s (%s) is not here. %s"
                .formatted(
                        sweep.spec().trial().dataset(),
                        sweep.spec().trial().datasetHash(),
                        FailureCode.DATA_MISSING.hint());
    }
}
