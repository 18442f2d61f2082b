package io.sweepforge.coordinator;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.Props;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.SingletonActor;
import io.sweepforge.coordinator.api.Datasets;
import io.sweepforge.coordinator.config.CoordinatorConfig;
import io.sweepforge.coordinator.directory.DirectoryCommand;
import io.sweepforge.coordinator.directory.SweepDirectory;
import io.sweepforge.coordinator.dispatch.Dispatcher;
import io.sweepforge.coordinator.dispatch.DispatcherCommand;
import io.sweepforge.coordinator.gateway.NodeGateway;
import io.sweepforge.coordinator.sweep.ReportStore;
import io.sweepforge.coordinator.sweep.SweepCommand;
import io.sweepforge.coordinator.sweep.SweepEntity;
import io.sweepforge.coordinator.sweep.SweepWorld;
import io.sweepforge.coordinator.sweep.WarmStarts;
import java.time.Clock;
import java.util.function.BiConsumer;

/** The actors of a coordinator and how they know each other. */
final class Stage {
    private final ActorSystem<?> system;
    private final ActorRef<DispatcherCommand> dispatcher;
    private final ActorRef<DirectoryCommand> directory;

    Stage(ActorSystem<?> system, CoordinatorConfig config, Datasets datasets, ReportStore reports, Clock clock) {
        this.system = system;
        BiConsumer<String, SweepCommand> sweeps = this::tellSweep;
        this.dispatcher = singleton("dispatcher", Dispatcher.create(sweeps, config.lostAfter(), clock));
        this.directory = singleton("directory", SweepDirectory.create(sweeps, clock));
        SweepWorld world = new SweepWorld(
                reports,
                dispatcher,
                directory,
                hash -> datasets.find(hash).map(Datasets.Entry::reference),
                WarmStarts.over(system),
                clock,
                config.suggestionsAhead(),
                config.checkpointEvery());
        ClusterSharding.get(system)
                .init(Entity.of(
                        SweepEntity.TYPE,
                        context -> SweepEntity.create(context.getEntityId(), context.getShard(), world)));
    }

    ActorRef<DispatcherCommand> dispatcher() {
        return dispatcher;
    }

    ActorRef<DirectoryCommand> directory() {
        return directory;
    }

    /** @param httpUrl under which nodes reach this process */
    void openGateway(String httpUrl) {
        system.systemActorOf(
                restarted(NodeGateway.create(dispatcher, this::tellSweep, httpUrl)), "gateway", Props.empty());
    }

    private void tellSweep(String sweep, SweepCommand command) {
        ClusterSharding.get(system).entityRefFor(SweepEntity.TYPE, sweep).tell(command);
    }

    private <T> ActorRef<T> singleton(String name, Behavior<T> behavior) {
        return ClusterSingleton.get(system).init(SingletonActor.of(restarted(behavior), name));
    }

    private static <T> Behavior<T> restarted(Behavior<T> behavior) {
        return Behaviors.supervise(behavior).onFailure(SupervisorStrategy.restart());
    }
}
