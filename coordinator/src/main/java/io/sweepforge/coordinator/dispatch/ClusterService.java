package io.sweepforge.coordinator.dispatch;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import akka.japi.function.Function;
import io.sweepforge.coordinator.api.Cluster;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.Outcome;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FamilyDescription;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.protocol.NodeMessage.TrialRequirements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks the dispatcher, and through it the nodes. */
public final class ClusterService implements Cluster {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration NODE_TIMEOUT = Duration.ofSeconds(3);

    private final ActorSystem<?> system;
    private final ActorRef<DispatcherCommand> dispatcher;

    public ClusterService(ActorSystem<?> system, ActorRef<DispatcherCommand> dispatcher) {
        this.system = system;
        this.dispatcher = dispatcher;
    }

    @Override
    public CompletionStage<List<NodeView>> nodes() {
        return ask(DispatcherCommand.ShowNodes::new).thenApply(DispatcherCommand.Nodes::nodes);
    }

    @Override
    public CompletionStage<Outcome<NodeView>> drain(String node) {
        return this.<DispatcherCommand.Drained>ask(reply -> new DispatcherCommand.Drain(node, reply))
                .thenApply(drained -> drained.node() == null
                        ? Outcome.rejected(ErrorCode.NOT_FOUND, "There is no node " + node + ".")
                        : Outcome.done(drained.node()));
    }

    @Override
    public CompletionStage<List<FamilyDescription>> families() {
        return ask(DispatcherCommand.ShowFamilies::new).thenApply(DispatcherCommand.Families::families);
    }

    @Override
    public CompletionStage<Optional<TrialRequirements>> describe(
            String family, DatasetReference dataset, Map<String, Object> parameters, int epochs) {
        return this.<DispatcherCommand.Found>ask(reply -> new DispatcherCommand.FindNode(family, reply))
                .thenCompose(found -> {
                    ActorRef<NodeMessage> node = found.node();
                    return node == null
                            ? CompletableFuture.completedFuture(Optional.empty())
                            : describe(node, family, dataset, parameters, epochs);
                });
    }

    private CompletionStage<Optional<TrialRequirements>> describe(
            ActorRef<NodeMessage> node,
            String family,
            DatasetReference dataset,
            Map<String, Object> parameters,
            int epochs) {
        CompletionStage<TrialRequirements> answer = AskPattern.ask(
                node,
                reply -> new NodeMessage.Describe(family, dataset, parameters, epochs, reply),
                NODE_TIMEOUT,
                system.scheduler());
        return answer.handle((requirements, failure) -> Optional.ofNullable(requirements));
    }

    private <T> CompletionStage<T> ask(Function<ActorRef<T>, DispatcherCommand> message) {
        return AskPattern.ask(dispatcher, message, TIMEOUT, system.scheduler());
    }
}
