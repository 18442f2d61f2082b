package io.sweepforge.node.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.BehaviorBuilder;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.actor.typed.receptionist.Receptionist;
import io.sweepforge.node.trial.Families;
import io.sweepforge.node.trial.Outbox;
import io.sweepforge.node.trial.TrialRunner;
import io.sweepforge.protocol.CoordinatorMessage;
import io.sweepforge.protocol.NodeDescription;
import io.sweepforge.protocol.NodeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks for this node: greets a gateway, keeps its leases alive, passes on what it is told to the {@link TrialRunner} and
 * sends what that has to say. It keeps nothing itself, so it can be replaced together with its actor system.
 *
 * <p>Phases: alone (no gateway is known), greeting (until the gateway's welcome), welcomed.
 */
public final class NodeAgent {
    public sealed interface Command {}

    /** Says goodbye to the gateway; the agent hears nothing after it. */
    public record Leave() implements Command {}

    private record Gateways(Set<ActorRef<CoordinatorMessage>> reachable) implements Command {}

    private record Told(NodeMessage message) implements Command {}

    private enum Tick implements Command {
        GREET,
        BEAT,
        SEND
    }

    /**
     * How often it speaks.
     *
     * @param heartbeat time between two heartbeats, and between two greetings
     * @param resendCheck how often to look whether something has to be sent again
     */
    public record Timing(Duration heartbeat, Duration resendCheck) {}

    private static final Logger LOG = LoggerFactory.getLogger(NodeAgent.class);

    private final ActorRef<Command> self;
    private final ActorRef<NodeMessage> replyTo;
    private final TimerScheduler<Command> timers;
    private final NodeDescription node;
    private final Families families;
    private final TrialRunner trials;
    private final Timing timing;
    private final Consumer<NodeMessage.Welcome> onWelcome;

    private NodeAgent(
            ActorContext<Command> context,
            TimerScheduler<Command> timers,
            NodeDescription node,
            Families families,
            TrialRunner trials,
            Timing timing,
            Consumer<NodeMessage.Welcome> onWelcome) {
        this.self = context.getSelf();
        this.replyTo = context.messageAdapter(NodeMessage.class, Told::new);
        this.timers = timers;
        this.node = node;
        this.families = families;
        this.trials = trials;
        this.timing = timing;
        this.onWelcome = onWelcome;
    }

    /**
     * An agent that subscribes to gateways as soon as it starts.
     *
     * @param onWelcome told of every welcome, on the actor's thread
     */
    public static Behavior<Command> create(
            NodeDescription node,
            Families families,
            TrialRunner trials,
            Timing timing,
            Consumer<NodeMessage.Welcome> onWelcome) {
        Behavior<Command> agent = Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            NodeAgent created = new NodeAgent(context, timers, node, families, trials, timing, onWelcome);
            created.subscribe(context);
            return created.alone();
        }));
        return Behaviors.supervise(agent).onFailure(SupervisorStrategy.restart());
    }

    private void subscribe(ActorContext<Command> context) {
        ActorRef<Receptionist.Listing> listings = context.messageAdapter(
                Receptionist.Listing.class,
                listing -> new Gateways(listing.getServiceInstances(CoordinatorMessage.GATEWAY)));
        context.getSystem().receptionist().tell(Receptionist.subscribe(CoordinatorMessage.GATEWAY, listings));
        trials.onNews(() -> self.tell(Tick.SEND));
    }

    private Behavior<Command> alone() {
        timers.cancelAll();
        return phase(Behaviors.receive(Command.class), null);
    }

    private Behavior<Command> greeting(ActorRef<CoordinatorMessage> gateway) {
        timers.cancelAll();
        timers.startTimerWithFixedDelay(Tick.GREET, Tick.GREET, Duration.ZERO, timing.heartbeat());
        BehaviorBuilder<Command> greeting = Behaviors.receive(Command.class)
                .onMessageEquals(Tick.GREET, () -> greet(gateway))
                .onMessage(Told.class, NodeAgent::isWelcome, told -> onWelcome(gateway, told));
        return phase(greeting, gateway);
    }

    private Behavior<Command> welcomed(ActorRef<CoordinatorMessage> gateway) {
        timers.cancelAll();
        timers.startTimerWithFixedDelay(Tick.BEAT, Tick.BEAT, Duration.ZERO, timing.heartbeat());
        timers.startTimerWithFixedDelay(Tick.SEND, Tick.SEND, Duration.ZERO, timing.resendCheck());
        trials.sendAllAgain();
        BehaviorBuilder<Command> welcomed = Behaviors.receive(Command.class)
                .onMessageEquals(Tick.BEAT, () -> beat(gateway))
                .onMessageEquals(Tick.SEND, () -> send(gateway))
                .onMessage(Told.class, NodeAgent::isQuestion, told -> greeting(gateway));
        return phase(welcomed, gateway);
    }

    /** Adds what is the same in every phase; ticks of another phase are late and mean nothing. */
    private Behavior<Command> phase(BehaviorBuilder<Command> builder, @Nullable ActorRef<CoordinatorMessage> gateway) {
        return builder.onMessage(Gateways.class, gateways -> onGateways(gateways, gateway))
                .onMessage(Told.class, this::onTold)
                .onMessage(Leave.class, leave -> onLeave(gateway))
                .onAnyMessage(tick -> Behaviors.same())
                .build();
    }

    private Behavior<Command> greet(ActorRef<CoordinatorMessage> gateway) {
        gateway.tell(new CoordinatorMessage.Hello(node, trials.held(), replyTo));
        return Behaviors.same();
    }

    private Behavior<Command> beat(ActorRef<CoordinatorMessage> gateway) {
        gateway.tell(new CoordinatorMessage.Heartbeat(node.identity(), trials.devices(), trials.isDraining(), replyTo));
        return Behaviors.same();
    }

    private Behavior<Command> send(ActorRef<CoordinatorMessage> gateway) {
        for (Outbox.Batch batch : trials.due()) {
            gateway.tell(new CoordinatorMessage.Updates(node.identity(), batch.sweep(), batch.updates(), replyTo));
        }
        return Behaviors.same();
    }

    private static boolean isWelcome(Told told) {
        return told.message() instanceof NodeMessage.Welcome;
    }

    private static boolean isQuestion(Told told) {
        return told.message() instanceof NodeMessage.WhoAreYou;
    }

    private Behavior<Command> onWelcome(ActorRef<CoordinatorMessage> gateway, Told told) {
        LOG.info("Welcomed by {}", gateway.path().address());
        onWelcome.accept((NodeMessage.Welcome) told.message());
        return welcomed(gateway);
    }

    /** Stays with its gateway as long as that can be reached; nodes spread over several. */
    private Behavior<Command> onGateways(Gateways gateways, @Nullable ActorRef<CoordinatorMessage> current) {
        if (current != null && gateways.reachable().contains(current)) {
            return Behaviors.same();
        }
        List<ActorRef<CoordinatorMessage>> choices =
                gateways.reachable().stream().sorted().toList();
        if (!choices.isEmpty()) {
            return greeting(choices.get(Math.floorMod(node.identity().id().hashCode(), choices.size())));
        }
        if (current != null) {
            LOG.warn("No coordinator can be reached; trials train on and what they report is kept");
        }
        return alone();
    }

    private Behavior<Command> onTold(Told told) {
        NodeMessage message = told.message();
        if (message instanceof NodeMessage.Start start) {
            trials.start(start.assignment());
        } else if (message instanceof NodeMessage.Acknowledged acknowledged) {
            acknowledged.acknowledgements().forEach(trials::acknowledge);
        } else if (message instanceof NodeMessage.Stop stop) {
            LOG.info("Told to stop {}: {}", stop.attempt(), stop.reason());
            trials.stop(stop.attempt());
        } else if (message instanceof NodeMessage.Drain) {
            LOG.info("Drained: takes no new trials");
            trials.drain();
            self.tell(Tick.BEAT);
        } else if (message instanceof NodeMessage.Describe describe) {
            describe.replyTo()
                    .tell(families.requirements(
                            describe.family(), describe.dataset(), describe.parameters(), describe.epochs()));
        }
        return Behaviors.same();
    }

    private Behavior<Command> onLeave(@Nullable ActorRef<CoordinatorMessage> gateway) {
        if (gateway != null) {
            gateway.tell(new CoordinatorMessage.Goodbye(node.identity()));
        }
        return Behaviors.ignore();
    }
}
