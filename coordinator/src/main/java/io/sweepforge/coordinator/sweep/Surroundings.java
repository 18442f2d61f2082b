package io.sweepforge.coordinator.sweep;

import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.directory.DirectoryCommand;
import io.sweepforge.coordinator.dispatch.DispatcherCommand;
import io.sweepforge.coordinator.dispatch.Holding;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a sweep tells others after its events are safe. Remembers nothing that would be missed after a crash. */
final class Surroundings {
    private final SweepWorld world;
    private final Map<NodeIdentity, ActorRef<NodeMessage>> nodes = new HashMap<>();
    private long answered;
    private DispatcherCommand.@Nullable Demand told;
    private boolean summaryIsOld = true;

    Surroundings(SweepWorld world) {
        this.world = world;
    }

    Optional<DatasetReference> dataset(Sweep sweep) {
        return world.datasets().apply(sweep.spec().trial().datasetHash());
    }

    void meet(NodeIdentity node, ActorRef<NodeMessage> ref) {
        nodes.put(node, ref);
    }

    void offered(SweepCommand.Offered offer) {
        offer.lanes().forEach(lane -> meet(lane.node(), lane.ref()));
        answered = offer.offer();
    }

    void follow(Sweep sweep, SweepEvent event) {
        summaryIsOld = true;
        if (event instanceof SweepEvent.TrialLeased leased) {
            start(sweep, sweep.trials().get(leased.number()));
        } else if (event instanceof SweepEvent.TrialEnded ended && ended.sequence() == 0) {
            stop(sweep, ended);
        } else if (event instanceof SweepEvent.LeaseEnded ended
                && ended.failure().code() == FailureCode.NODE_BUSY) {
            Lease lease = lease(sweep, ended.number());
            world.dispatcher().tell(new DispatcherCommand.DeviceFull(lease.node(), lease.device()));
        }
    }

    void start(Sweep sweep, Trial trial) {
        Lease lease = lease(sweep, trial.number());
        ActorRef<NodeMessage> node = nodes.get(lease.node());
        Optional<DatasetReference> dataset = dataset(sweep);
        if (trial.isRunning() && node != null && dataset.isPresent()) {
            node.tell(
                    new NodeMessage.Start(Assignments.of(sweep, trial, lease, dataset.get(), world.checkpointEvery())));
        }
    }

    /** The node did not say so itself, so it has to be told. */
    private void stop(Sweep sweep, SweepEvent.TrialEnded ended) {
        Lease lease = sweep.trials().get(ended.number()).lease();
        ActorRef<NodeMessage> node = lease == null ? null : nodes.get(lease.node());
        if (node != null) {
            node.tell(new NodeMessage.Stop(
                    new AttemptId(sweep.id(), ended.number(), ended.attempt()), String.valueOf(ended.reason())));
        }
    }

    /** @param always also when nothing has changed */
    void tellDemand(Sweep sweep, boolean always) {
        if (sweep.state().isFinal()) {
            world.dispatcher().tell(new DispatcherCommand.SweepGone(sweep.id()));
            return;
        }
        DispatcherCommand.Demand demand = demand(sweep);
        if (always || !demand.equals(told)) {
            told = demand;
            world.dispatcher().tell(demand);
        }
    }

    private DispatcherCommand.Demand demand(Sweep sweep) {
        List<Holding> holdings = sweep.trials().running().stream()
                .map(number -> holding(sweep, number))
                .toList();
        return new DispatcherCommand.Demand(
                sweep.id(),
                sweep.spec().priority(),
                sweep.spec().trial().family(),
                sweep.spec().trial().datasetHash(),
                sweep.startable(),
                holdings,
                answered);
    }

    private static Holding holding(Sweep sweep, int number) {
        Lease lease = lease(sweep, number);
        return new Holding(new AttemptId(sweep.id(), number, lease.attempt()), lease.node(), lease.device());
    }

    private static Lease lease(Sweep sweep, int number) {
        return Optional.ofNullable(sweep.trials().get(number).lease()).orElseThrow();
    }

    void tellSummary(SweepView view) {
        if (summaryIsOld) {
            summaryIsOld = false;
            world.directory().tell(new DirectoryCommand.Update(view));
        }
    }
}
