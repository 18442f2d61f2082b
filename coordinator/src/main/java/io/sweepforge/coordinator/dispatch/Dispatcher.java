package io.sweepforge.coordinator.dispatch;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.Demand;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.DeviceFull;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.Drain;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.FindNode;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.NodeBeat;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.NodeLeft;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.NodeMet;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.ShowFamilies;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.ShowNodes;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.SweepGone;
import io.sweepforge.coordinator.dispatch.DispatcherCommand.Tick;
import io.sweepforge.coordinator.sweep.LaneOffer;
import io.sweepforge.coordinator.sweep.SweepCommand;
import io.sweepforge.protocol.AttemptId;
import io.sweepforge.protocol.NodeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches free lanes to sweeps and notices nodes that are gone. Everything it knows it is told again after it moved or
 * was restarted.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    /** Heartbeats without a held attempt before its node is told to start it once more. */
    private static final int PATIENCE = 2;

    private final BiConsumer<String, SweepCommand> sweeps;
    private final NodeBook nodes;
    private final Demands demands = new Demands();
    private final Map<AttemptId, Integer> unconfirmed = new HashMap<>();

    private Dispatcher(
            TimerScheduler<DispatcherCommand> timers,
            BiConsumer<String, SweepCommand> sweeps,
            Duration lostAfter,
            Clock clock) {
        this.sweeps = sweeps;
        this.nodes = new NodeBook(lostAfter, clock);
        timers.startTimerWithFixedDelay(new Tick(), TICK);
    }

    /**
     * @param sweeps tells a sweep by its id
     * @param lostAfter silence after which a node counts as lost
     * @param clock for people only: silence is counted in ticks
     */
    public static Behavior<DispatcherCommand> create(
            BiConsumer<String, SweepCommand> sweeps, Duration lostAfter, Clock clock) {
        return Behaviors.withTimers(timers -> new Dispatcher(timers, sweeps, lostAfter, clock).running());
    }

    private Behavior<DispatcherCommand> running() {
        return Behaviors.receive(DispatcherCommand.class)
                .onMessage(Demand.class, this::onDemand)
                .onMessage(SweepGone.class, this::onSweepGone)
                .onMessage(DeviceFull.class, this::onDeviceFull)
                .onMessage(NodeMet.class, this::onMet)
                .onMessage(NodeBeat.class, this::onBeat)
                .onMessage(NodeLeft.class, this::onLeft)
                .onMessage(Tick.class, this::onTick)
                .onMessage(ShowNodes.class, this::onShowNodes)
                .onMessage(ShowFamilies.class, this::onShowFamilies)
                .onMessage(Drain.class, this::onDrain)
                .onMessage(FindNode.class, this::onFindNode)
                .build();
    }

    private Behavior<DispatcherCommand> onDemand(Demand demand) {
        demands.take(demand);
        for (Holding holding : demand.holdings()) {
            nodes.living(holding.node()).ifPresent(node -> node.cached(demand.datasetHash()));
        }
        tellLosses(demand);
        return allocate();
    }

    private Behavior<DispatcherCommand> onSweepGone(SweepGone gone) {
        demands.gone(gone.sweep());
        unconfirmed.keySet().removeIf(attempt -> attempt.sweep().equals(gone.sweep()));
        return allocate();
    }

    private Behavior<DispatcherCommand> onDeviceFull(DeviceFull full) {
        nodes.living(full.node()).ifPresent(node -> node.full(full.device()));
        return Behaviors.same();
    }

    private Behavior<DispatcherCommand> onMet(NodeMet met) {
        NodeNews.met(nodes.meet(met.node(), met.ref()), met.node()).ifPresent(LOG::info);
        demands.all().forEach(this::tellLosses);
        return allocate();
    }

    private Behavior<DispatcherCommand> onBeat(NodeBeat beat) {
        nodes.heard(beat).ifPresentOrElse(this::confirm, () -> beat.ref().tell(new NodeMessage.WhoAreYou()));
        return allocate();
    }

    private Behavior<DispatcherCommand> onLeft(NodeLeft left) {
        nodes.left(left.node()).map(NodeNews::left).ifPresent(LOG::info);
        demands.all().forEach(this::tellLosses);
        return Behaviors.same();
    }

    private Behavior<DispatcherCommand> onTick(Tick tick) {
        nodes.passed(TICK).stream().map(NodeNews::lost).forEach(LOG::info);
        demands.passed(TICK);
        demands.all().forEach(this::tellLosses);
        return allocate();
    }

    private Behavior<DispatcherCommand> onShowNodes(ShowNodes show) {
        show.replyTo().tell(new DispatcherCommand.Nodes(nodes.views()));
        return Behaviors.same();
    }

    private Behavior<DispatcherCommand> onShowFamilies(ShowFamilies show) {
        show.replyTo().tell(new DispatcherCommand.Families(nodes.families()));
        return Behaviors.same();
    }

    private Behavior<DispatcherCommand> onDrain(Drain drain) {
        nodes.find(drain.node()).ifPresent(node -> {
            NodeNews.draining(node).ifPresent(LOG::info);
            node.drain();
            node.ref().tell(new NodeMessage.Drain());
        });
        drain.replyTo()
                .tell(new DispatcherCommand.Drained(
                        nodes.find(drain.node()).map(Node::view).orElse(null)));
        return Behaviors.same();
    }

    private Behavior<DispatcherCommand> onFindNode(FindNode find) {
        find.replyTo()
                .tell(new DispatcherCommand.Found(
                        nodes.withFamily(find.family()).map(Node::ref).orElse(null)));
        return Behaviors.same();
    }

    /** Told again with every demand until the sweep has let go. */
    private void tellLosses(Demand demand) {
        demand.holdings().stream()
                .map(Holding::node)
                .distinct()
                .filter(nodes::isLost)
                .forEach(node -> sweeps.accept(demand.sweep(), new SweepCommand.NodeLost(node)));
    }

    /** A lease whose start was lost on the way is found here. */
    private void confirm(Node node) {
        for (Demand demand : demands.all()) {
            for (Holding holding : demand.holdings()) {
                if (holding.node().equals(node.identity())) {
                    confirm(node, demand.sweep(), holding);
                }
            }
        }
    }

    private void confirm(Node node, String sweep, Holding holding) {
        AttemptId attempt = holding.attempt();
        if (node.runs(attempt)) {
            unconfirmed.remove(attempt);
        } else if (unconfirmed.merge(attempt, 1, Integer::sum) >= PATIENCE) {
            unconfirmed.remove(attempt);
            LaneOffer lane = new LaneOffer(node.identity(), holding.device(), node.ref());
            sweeps.accept(sweep, new SweepCommand.LeaseUnconfirmed(attempt.trial(), attempt.attempt(), lane));
        }
    }

    private Behavior<DispatcherCommand> allocate() {
        List<Allocation.Want> wants = demands.wants();
        if (!wants.isEmpty()) {
            List<Allocation.Free> free = nodes.all().stream()
                    .flatMap(node -> node.free(demands.occupied(node.identity())).stream())
                    .toList();
            Allocation.of(wants, free).stream()
                    .collect(Collectors.groupingBy(Allocation.Grant::sweep))
                    .forEach(this::offer);
        }
        return Behaviors.same();
    }

    private void offer(String sweep, List<Allocation.Grant> grants) {
        long number = demands.offer(sweep, grants);
        List<LaneOffer> lanes = grants.stream().map(this::lane).toList();
        sweeps.accept(sweep, new SweepCommand.Offered(number, lanes));
    }

    private LaneOffer lane(Allocation.Grant grant) {
        Node node = nodes.find(grant.node()).orElseThrow();
        return new LaneOffer(node.identity(), grant.device(), node.ref());
    }
}
