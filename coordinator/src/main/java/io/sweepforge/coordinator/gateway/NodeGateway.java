package io.sweepforge.coordinator.gateway;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.receptionist.Receptionist;
import io.sweepforge.coordinator.dispatch.DispatcherCommand;
import io.sweepforge.coordinator.sweep.SweepCommand;
import io.sweepforge.protocol.CoordinatorMessage;
import io.sweepforge.protocol.CoordinatorMessage.Goodbye;
import io.sweepforge.protocol.CoordinatorMessage.Heartbeat;
import io.sweepforge.protocol.CoordinatorMessage.Hello;
import io.sweepforge.protocol.CoordinatorMessage.Updates;
import io.sweepforge.protocol.NodeMessage;
import java.util.function.BiConsumer;

/** Takes what nodes say to where it belongs. Remembers nothing. */
public final class NodeGateway {
    private final ActorRef<DispatcherCommand> dispatcher;
    private final BiConsumer<String, SweepCommand> sweeps;
    private final String httpUrl;

    private NodeGateway(
            ActorRef<DispatcherCommand> dispatcher, BiConsumer<String, SweepCommand> sweeps, String httpUrl) {
        this.dispatcher = dispatcher;
        this.sweeps = sweeps;
        this.httpUrl = httpUrl;
    }

    /**
     * @param sweeps tells a sweep by its id
     * @param httpUrl under which nodes reach this coordinator
     */
    public static Behavior<CoordinatorMessage> create(
            ActorRef<DispatcherCommand> dispatcher, BiConsumer<String, SweepCommand> sweeps, String httpUrl) {
        return Behaviors.setup(context -> {
            context.getSystem()
                    .receptionist()
                    .tell(Receptionist.register(CoordinatorMessage.GATEWAY, context.getSelf()));
            return new NodeGateway(dispatcher, sweeps, httpUrl).open();
        });
    }

    private Behavior<CoordinatorMessage> open() {
        return Behaviors.receive(CoordinatorMessage.class)
                .onMessage(Hello.class, this::onHello)
                .onMessage(Heartbeat.class, this::onHeartbeat)
                .onMessage(Updates.class, this::onUpdates)
                .onMessage(Goodbye.class, this::onGoodbye)
                .build();
    }

    private Behavior<CoordinatorMessage> onHello(Hello hello) {
        dispatcher.tell(new DispatcherCommand.NodeMet(hello.node(), hello.replyTo()));
        hello.replyTo().tell(new NodeMessage.Welcome(httpUrl));
        return Behaviors.same();
    }

    private Behavior<CoordinatorMessage> onHeartbeat(Heartbeat beat) {
        dispatcher.tell(new DispatcherCommand.NodeBeat(beat.node(), beat.devices(), beat.draining(), beat.replyTo()));
        return Behaviors.same();
    }

    private Behavior<CoordinatorMessage> onUpdates(Updates news) {
        sweeps.accept(news.sweep(), new SweepCommand.FromNode(news.node(), news.updates(), news.replyTo()));
        return Behaviors.same();
    }

    private Behavior<CoordinatorMessage> onGoodbye(Goodbye goodbye) {
        dispatcher.tell(new DispatcherCommand.NodeLeft(goodbye.node()));
        return Behaviors.same();
    }
}
