package io.sweepforge.coordinator.sweep;

import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage.Acknowledgement;
import io.sweepforge.protocol.NodeMessage.Verdict;
import io.sweepforge.protocol.TrialUpdate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a node is answered once its updates are safe. Depends on the state only, so a repeated update gets the same. */
final class Acknowledging {
    private Acknowledging() {}

    /** One per attempt. */
    static List<Acknowledgement> of(Sweep sweep, NodeIdentity node, List<TrialUpdate> updates) {
        Map<AttemptId, TrialUpdate> last = new LinkedHashMap<>();
        updates.forEach(update -> last.put(update.attempt(), update));
        return last.values().stream()
                .map(update -> acknowledge(sweep, node, update))
                .toList();
    }

    /** For a sweep that does not exist. */
    static List<Acknowledgement> unknown(List<TrialUpdate> updates) {
        return updates.stream()
                .map(update -> abandon(update, "There is no such sweep."))
                .toList();
    }

    private static Acknowledgement acknowledge(Sweep sweep, NodeIdentity node, TrialUpdate update) {
        AttemptId attempt = update.attempt();
        Optional<Trial> held = sweep.trials().find(attempt.trial()).filter(trial -> isHeld(trial, attempt, node));
        return held.map(trial -> acknowledge(trial, held(trial), update))
                .orElseGet(() -> abandon(update, "The lease of this attempt is lost."));
    }

    private static Acknowledgement acknowledge(Trial trial, Lease lease, TrialUpdate update) {
        if (trial.isRunning()) {
            Verdict verdict = lease.endsPaused() ? Verdict.PAUSE : Verdict.CONTINUE;
            return new Acknowledgement(update.attempt(), lease.sequence(), verdict, "");
        }
        if (isLast(update)) {
            boolean recorded = update.sequence() <= lease.sequence();
            return recorded
                    ? new Acknowledgement(update.attempt(), update.sequence(), Verdict.CONTINUE, "")
                    : abandon(update, "This attempt was over before.");
        }
        return trial.state().isFinal()
                ? new Acknowledgement(update.attempt(), update.sequence(), Verdict.STOP, trial.reason())
                : abandon(update, "The lease of this attempt is lost.");
    }

    /** Whether the node's attempt ends with it. */
    static boolean isLast(TrialUpdate update) {
        return !(update instanceof TrialUpdate.Reported) && !(update instanceof TrialUpdate.Checkpointed);
    }

    private static boolean isHeld(Trial trial, AttemptId attempt, NodeIdentity node) {
        Lease lease = trial.lease();
        return lease != null && lease.isHeldBy(attempt.attempt(), node);
    }

    private static Lease held(Trial trial) {
        return Optional.ofNullable(trial.lease()).orElseThrow();
    }

    private static Acknowledgement abandon(TrialUpdate update, String reason) {
        return new Acknowledgement(update.attempt(), update.sequence(), Verdict.ABANDON, reason);
    }
}
