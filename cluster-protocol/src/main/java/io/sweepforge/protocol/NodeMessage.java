package io.sweepforge.protocol;

import akka.actor.typed.ActorRef;
import java.util.List;
import java.util.Map;

/** What the coordinator tells a node. */
public sealed interface NodeMessage extends ProtocolMessage {
    /**
     * Answer to {@link CoordinatorMessage.Hello}.
     *
     * @param httpUrl base URL for data sets and checkpoints, e.g. {@code http://10.0.0.1:8080}
     */
    record Welcome(String httpUrl) implements NodeMessage {}

    /** The coordinator does not know this node (it was restarted, or had given the node up): greet again. */
    record WhoAreYou() implements NodeMessage {}

    /** Train this. Told again for an attempt that already runs it changes nothing. */
    record Start(TrialAssignment assignment) implements NodeMessage {}

    /** Answer to {@link CoordinatorMessage.Updates}. */
    record Acknowledged(List<Acknowledgement> acknowledgements) implements NodeMessage {}

    /** Take the attempt out of its array at once; answered by {@link TrialUpdate.Stopped}. */
    record Stop(AttemptId attempt, String reason) implements NodeMessage {}

    /** Take no new trials; running ones finish. */
    record Drain() implements NodeMessage {}

    /** What would a trial with these parameters, trained for some epochs, need here? */
    record Describe(
            String family,
            DatasetReference dataset,
            Map<String, Object> parameters,
            int epochs,
            ActorRef<TrialRequirements> replyTo)
            implements NodeMessage {}

    /**
     * Answer to {@link Describe}.
     *
     * @param problems what is wrong with the parameters on this data set, one sentence each; empty when nothing is
     * @param bytes memory that a lane would occupy; 0 when there are problems
     */
    record TrialRequirements(List<String> problems, long bytes) implements ProtocolMessage {}

    /**
     * What the coordinator has of an attempt.
     *
     * @param sequence it holds every update of the attempt up to this one
     */
    record Acknowledgement(AttemptId attempt, long sequence, Verdict verdict, String reason)
            implements ProtocolMessage {}

    /** What is to happen to an attempt. */
    enum Verdict {
        CONTINUE,
        /** Take it out; answered by {@link TrialUpdate.Stopped}. */
        STOP,
        /** Checkpoint and take it out; answered by {@link TrialUpdate.Checkpointed} and {@link TrialUpdate.Paused}. */
        PAUSE,
        /** The lease is lost or the attempt is over: drop it and everything unsent about it, without an answer. */
        ABANDON
    }
}
