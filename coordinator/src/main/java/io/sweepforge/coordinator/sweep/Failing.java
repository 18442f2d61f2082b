package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.sweep.SweepEvent.LeaseEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepPaused;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What follows from a failed attempt; the failure's code says which consequence it has. */
final class Failing {
    private Failing() {}

    /** @param trial a running one */
    static List<SweepEvent> events(Sweep sweep, Trial trial, long sequence, Failure failure, Instant now) {
        return switch (failure.code().consequence()) {
            case INFEASIBLE -> List.of(over(trial, sequence, TrialState.FAILED, failure, now));
            case BAD_VALUE -> List.of(over(trial, sequence, TrialState.COMPLETED, failure, now));
            case RETRY_FREE -> List.of(again(trial, sequence, failure, false, now));
            case RETRY -> List.of(retry(sweep, trial, sequence, failure, now));
            case PAUSE_SWEEP -> pause(sweep, again(trial, sequence, failure, false, now));
        };
    }

    private static SweepEvent retry(Sweep sweep, Trial trial, long sequence, Failure failure, Instant now) {
        boolean spent = trial.failures() + 1 >= sweep.spec().retry().maxAttempts();
        return spent
                ? over(trial, sequence, TrialState.FAILED, failure, now)
                : again(trial, sequence, failure, true, now);
    }

    private static List<SweepEvent> pause(Sweep sweep, LeaseEnded waiting) {
        Failure failure = waiting.failure();
        String reason = failure.message() + " " + failure.code().hint();
        return sweep.isRunning() ? List.of(waiting, new SweepPaused(reason, waiting.at())) : List.of(waiting);
    }

    private static SweepEvent over(Trial trial, long sequence, TrialState state, Failure failure, Instant now) {
        return new TrialEnded(trial.number(), trial.attempts(), sequence, state, failure, failure.message(), now);
    }

    private static LeaseEnded again(Trial trial, long sequence, Failure failure, boolean counted, Instant now) {
        boolean fromScratch = failure.code() == FailureCode.BAD_CHECKPOINT;
        return new LeaseEnded(trial.number(), trial.attempts(), sequence, failure, counted, fromScratch, now);
    }

    /** Every running trial of a node that is gone goes elsewhere. */
    static List<SweepEvent> nodeLost(Sweep sweep, NodeIdentity node, Instant now) {
        Failure failure = new Failure(FailureCode.NODE_LOST, "Node " + node.id() + " is gone.");
        return sweep.trials().running().stream()
                .map(sweep.trials()::get)
                .filter(trial ->
                        node.equals(Objects.requireNonNull(trial.lease()).node()))
                .flatMap(trial -> events(sweep, trial, 0, failure, now).stream())
                .toList();
    }
}
