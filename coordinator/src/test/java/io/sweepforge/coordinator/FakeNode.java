package io.sweepforge.coordinator;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.actor.typed.receptionist.Receptionist;
import io.sweepforge.protocol.CoordinatorMessage;
import io.sweepforge.protocol.DeviceStatus;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.protocol.TrialUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node's agent that speaks the real protocol for a {@link FakeTrainer}. */
final class FakeNode {
    private enum Timer {
        TRAIN,
        BEAT,
        RESEND
    }

    private record Found(Receptionist.Listing listing) {}

    private final FakeTrainer trainer;
    private final ActorRef<NodeMessage> self;
    private @Nullable ActorRef<CoordinatorMessage> gateway;

    private FakeNode(FakeTrainer trainer, ActorContext<Object> context, TimerScheduler<Object> timers) {
        this.trainer = trainer;
        this.self = context.getSelf().narrow();
        timers.startTimerWithFixedDelay(Timer.TRAIN, Duration.ofMillis(20));
        timers.startTimerWithFixedDelay(Timer.BEAT, Duration.ofMillis(200));
        timers.startTimerWithFixedDelay(Timer.RESEND, Duration.ofMillis(500));
        context.getSystem()
                .receptionist()
                .tell(Receptionist.subscribe(
                        CoordinatorMessage.GATEWAY, context.messageAdapter(Receptionist.Listing.class, Found::new)));
    }

    static Behavior<Object> create(FakeTrainer trainer) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> new FakeNode(trainer, context, timers).run()));
    }

    private Behavior<Object> run() {
        return Behaviors.receive(Object.class)
                .onMessage(Found.class, found -> {
                    found.listing().getServiceInstances(CoordinatorMessage.GATEWAY).stream()
                            .findFirst()
                            .ifPresent(this::meet);
                    return Behaviors.same();
                })
                .onMessageEquals(Timer.TRAIN, () -> {
                    trainer.train();
                    send(trainer.unsent());
                    return Behaviors.same();
                })
                .onMessageEquals(Timer.RESEND, () -> {
                    send(trainer.unacknowledged());
                    return Behaviors.same();
                })
                .onMessageEquals(Timer.BEAT, this::beat)
                .onMessage(NodeMessage.WhoAreYou.class, who -> hello())
                .onMessage(NodeMessage.Start.class, start -> {
                    trainer.start(start.assignment());
                    return Behaviors.same();
                })
                .onMessage(NodeMessage.Stop.class, stop -> {
                    trainer.stop(stop.attempt());
                    return Behaviors.same();
                })
                .onMessage(NodeMessage.Acknowledged.class, answer -> {
                    answer.acknowledgements().forEach(trainer::acknowledge);
                    return Behaviors.same();
                })
                .onAnyMessage(other -> Behaviors.same())
                .build();
    }

    private void meet(ActorRef<CoordinatorMessage> found) {
        gateway = found;
        hello();
    }

    private Behavior<Object> hello() {
        if (gateway != null) {
            gateway.tell(new CoordinatorMessage.Hello(trainer.description(), trainer.running(), self));
        }
        return Behaviors.same();
    }

    private Behavior<Object> beat() {
        if (gateway != null) {
            List<DeviceStatus> devices = List.of(new DeviceStatus(FakeTrainer.DEVICE, 0, 1.0, null, trainer.running()));
            gateway.tell(new CoordinatorMessage.Heartbeat(trainer.identity(), devices, false, self));
        }
        return Behaviors.same();
    }

    private void send(List<TrialUpdate> updates) {
        Map<String, List<TrialUpdate>> bySweep = updates.stream()
                .collect(Collectors.groupingBy(update -> update.attempt().sweep()));
        if (gateway != null) {
            bySweep.forEach((sweep, news) ->
                    gateway.tell(new CoordinatorMessage.Updates(trainer.identity(), sweep, news, self)));
        }
    }
}
