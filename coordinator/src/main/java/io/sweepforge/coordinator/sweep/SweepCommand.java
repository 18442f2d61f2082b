package io.sweepforge.coordinator.sweep;

import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.ClusterMessage;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.Sweeps.SweepPatch;
import io.sweepforge.coordinator.api.Sweeps.TrialQuery;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.protocol.TrialUpdate;
import io.sweepforge.search.sampler.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a sweep is told. */
public sealed interface SweepCommand extends ClusterMessage {
    /** What people want; always answered. */
    sealed interface Asked extends SweepCommand {
        ActorRef<SweepReply> replyTo();
    }

    /** Begins the sweep, or wakes it up when it has begun before. */
    record Create(SweepSpec spec, ActorRef<SweepReply> replyTo) implements Asked {}

    record Show(ActorRef<SweepReply> replyTo) implements Asked {}

    record Pause(ActorRef<SweepReply> replyTo) implements Asked {}

    record Resume(ActorRef<SweepReply> replyTo) implements Asked {}

    record Cancel(ActorRef<SweepReply> replyTo) implements Asked {}

    /** Its rows are about to be deleted. */
    record Forget(ActorRef<SweepReply> replyTo) implements Asked {}

    record Change(SweepPatch patch, ActorRef<SweepReply> replyTo) implements Asked {}

    record AddTrial(Map<String, Object> parameters, ActorRef<SweepReply> replyTo) implements Asked {}

    record StopTrial(int number, ActorRef<SweepReply> replyTo) implements Asked {}

    record ShowTrial(int number, ActorRef<SweepReply> replyTo) implements Asked {}

    record ShowTrials(TrialQuery query, ActorRef<SweepReply> replyTo) implements Asked {}

    /** The sweep and these trials as they are now. */
    record ShowChanged(List<Integer> numbers, ActorRef<SweepReply> replyTo) implements Asked {}

    record ShowCheckpoint(int number, ActorRef<SweepReply> replyTo) implements Asked {}

    /** What another sweep could start from: the best finished trials and the latest, so many at most. */
    record ShowEarlier(int limit, ActorRef<SweepReply> replyTo) implements Asked {}

    /** What was found in the sweeps to start from. */
    record EarlierFound(List<EarlierTrial> trials) implements SweepCommand {}

    /** The sweeps to start from did not answer. */
    record EarlierMissing(String message) implements SweepCommand {}

    record FromNode(NodeIdentity node, List<TrialUpdate> updates, ActorRef<NodeMessage> replyTo)
            implements SweepCommand {}

    /** @param offer to be named in the answer */
    record Offered(long offer, List<LaneOffer> lanes) implements SweepCommand {}

    record NodeLost(NodeIdentity node) implements SweepCommand {}

    /** The node lives but does not train this attempt. */
    record LeaseUnconfirmed(int number, int attempt, LaneOffer lane) implements SweepCommand {}

    /** @param suggestion empty when there is nothing left to try */
    record Suggested(int number, Optional<Suggestion> suggestion) implements SweepCommand {}

    record SuggestingFailed(int number, String message) implements SweepCommand {}

    /** Time passes. */
    record Tick() implements SweepCommand {}

    /** Its rows are deleted: it does not exist any more. */
    record Forgotten() implements SweepCommand {}

    /** Nobody has asked for long. */
    record Idle() implements SweepCommand {}
}
