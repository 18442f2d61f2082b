package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.sweep.SweepEvent.LeaseEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.SweepPaused;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialEnded;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialPaused;
import io.sweepforge.protocol.Failure;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What follows from a failed attempt; the failure's code says which consequence it has. */
final class Failing {
    /** A trial that takes its nodes down with it would otherwise do so for ever. Counted from its last checkpoint. */
    static final int MOST_LOST_NODES = 5;

    private Failing() {}

    /** @param trial a running one */
    static List<SweepEvent> events(Sweep sweep, Trial trial, long sequence, Failure failure, Instant now) {
        return switch (failure.code().consequence()) {
            case INFEASIBLE -> List.of(over(trial, sequence, TrialState.FAILED, failure, now));
            case BAD_VALUE -> List.of(over(trial, sequence, TrialState.COMPLETED, failure, now));
            case RETRY_FREE -> again(trial, sequence, failure, false, now);
            case RETRY -> retry(sweep, trial, sequence, failure, now);
            case PAUSE_SWEEP -> pause(sweep, again(trial, sequence, failure, false, now), failure, now);
        };
    }

    private static List<SweepEvent> retry(Sweep sweep, Trial trial, long sequence, Failure failure, Instant now) {
        boolean spent = trial.failures() + 1 >= sweep.spec().retry().maxAttempts();
        return spent
                ? List.of(over(trial, sequence, TrialState.FAILED, failure, now))
                : again(trial, sequence, failure, true, now);
    }

    private static List<SweepEvent> pause(Sweep sweep, List<SweepEvent> waiting, Failure failure, Instant now) {
        List<SweepEvent> events = new ArrayList<>(waiting);
        if (sweep.isRunning()) {
            events.add(new SweepPaused(failure.message() + " " + failure.code().hint(), now));
        }
        return events;
    }

    private static SweepEvent over(Trial trial, long sequence, TrialState state, Failure failure, Instant now) {
        return new TrialEnded(trial.number(), trial.attempts(), sequence, state, failure, failure.message(), now);
    }

    /** A trial that was to pause has no need of a lane until it is promoted. */
    private static List<SweepEvent> again(Trial trial, long sequence, Failure failure, boolean counted, Instant now) {
        boolean fromScratch = failure.code() == FailureCode.BAD_CHECKPOINT;
        SweepEvent ended =
                new LeaseEnded(trial.number(), trial.attempts(), sequence, failure, counted, fromScratch, now);
        return trial.isPromotable()
                ? List.of(ended, new TrialPaused(trial.number(), trial.attempts(), sequence, now))
                : List.of(ended);
    }

    /** Every running trial of a node that is gone goes elsewhere, unless it may be the reason. */
    static List<SweepEvent> nodeLost(Sweep sweep, NodeIdentity node, Instant now) {
        return sweep.trials().running().stream()
                .map(sweep.trials()::get)
                .filter(trial ->
                        node.equals(Objects.requireNonNull(trial.lease()).node()))
                .flatMap(trial -> events(sweep, trial, 0, lost(trial, node), now).stream())
                .toList();
    }

    private static Failure lost(Trial trial, NodeIdentity node) {
        String gone = "Node " + node.id() + " is gone";
        return trial.lostNodes() + 1 < MOST_LOST_NODES
                ? new Failure(FailureCode.NODE_LOST, gone + ".")
                : new Failure(
                        FailureCode.NODES_LOST,
                        "%s, the last of %d that vanished with this trial, one after another."
                                .formatted(gone, MOST_LOST_NODES));
    }

    /** Whether it was not the node itself that told: one that leaves in order puts its trials back. */
    static boolean isVanishedNode(LeaseEnded event) {
        return event.failure().code() == FailureCode.NODE_LOST && event.sequence() == 0;
    }
}
