package io.sweepforge.coordinator.sweep;

import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.directory.DirectoryCommand;
import io.sweepforge.coordinator.dispatch.DispatcherCommand;
import io.sweepforge.coordinator.dispatch.Holding;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.DatasetReference;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.protocol.NodeIdentity;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.protocol.TrialUpdate;
import io.sweepforge.search.scheduler.Scheduler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a sweep tells others after its events are safe. Remembers nothing that would be missed after a crash. */
final class Surroundings {
    private final SweepWorld world;
    private final Map<NodeIdentity, ActorRef<NodeMessage>> nodes = new HashMap<>();
    /** Attempts that are over here while their nodes have not taken them out of their lanes yet. */
    private final Map<AttemptId, Holding> leaving = new HashMap<>();

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

    void follow(Sweep sweep, SweepEvent event, Scheduler scheduler) {
        summaryIsOld = true;
        if (event instanceof SweepEvent.TrialLeased leased) {
            start(sweep, sweep.trials().get(leased.number()), scheduler);
        } else if (event instanceof SweepEvent.TrialEnded ended && ended.attempt() > 0) {
            end(sweep, ended);
        } else if (event instanceof SweepEvent.LeaseEnded ended
                && ended.failure().code() == FailureCode.NODE_BUSY) {
            Lease lease = lease(sweep, ended.number());
            world.dispatcher().tell(new DispatcherCommand.DeviceFull(lease.node(), lease.device()));
        }
    }

    void start(Sweep sweep, Trial trial, Scheduler scheduler) {
        Lease lease = lease(sweep, trial.number());
        ActorRef<NodeMessage> node = nodes.get(lease.node());
        Optional<DatasetReference> dataset = dataset(sweep);
        if (trial.isRunning() && node != null && dataset.isPresent()) {
            node.tell(new NodeMessage.Start(
                    Assignments.of(sweep, trial, lease, dataset.get(), scheduler, world.checkpointEvery())));
        }
    }

    /** The lane is free when the node says so, unless that was how the trial ended. */
    private void end(Sweep sweep, SweepEvent.TrialEnded ended) {
        boolean ours = ended.sequence() == 0 || ended.state() == TrialState.PRUNED;
        if (ours) {
            Holding holding = holding(sweep, ended.number());
            leaving.put(holding.attempt(), holding);
        }
        ActorRef<NodeMessage> node = nodes.get(lease(sweep, ended.number()).node());
        if (node != null && ended.sequence() == 0) {
            node.tell(new NodeMessage.Stop(
                    new AttemptId(sweep.id(), ended.number(), ended.attempt()), String.valueOf(ended.reason())));
        }
    }

    /** The node lives and does not train this: it never heard, or it has let go. */
    void unconfirmed(Sweep sweep, SweepCommand.LeaseUnconfirmed news, Scheduler scheduler) {
        meet(news.lane().node(), news.lane().ref());
        leaving.remove(new AttemptId(sweep.id(), news.number(), news.attempt()));
        Commands.unconfirmed(sweep, news).ifPresent(trial -> start(sweep, trial, scheduler));
    }

    /** What a node told of attempts that it has taken out. */
    void left(List<TrialUpdate> updates) {
        updates.stream().filter(Acknowledging::isLast).forEach(update -> leaving.remove(update.attempt()));
    }

    void lost(NodeIdentity node) {
        leaving.values().removeIf(holding -> holding.node().equals(node));
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
        List<Holding> holdings = Stream.concat(
                        sweep.trials().running().stream().map(number -> holding(sweep, number)),
                        leaving.values().stream())
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

    /** @param always also when nothing has changed: the directory may have missed it */
    void tellSummary(SweepView view, boolean always) {
        if (always || summaryIsOld) {
            summaryIsOld = false;
            world.directory().tell(new DirectoryCommand.Update(view));
        }
    }
}
