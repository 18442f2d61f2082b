package io.sweepforge.coordinator.sweep;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.SnapshotAdapter;
import akka.persistence.typed.javadsl.CommandHandlerWithReply;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import akka.persistence.typed.javadsl.ReplyEffect;
import akka.persistence.typed.javadsl.RetentionCriteria;
import akka.persistence.typed.javadsl.SignalHandler;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.coordinator.sweep.SweepCommand.Asked;
import io.sweepforge.coordinator.sweep.SweepCommand.FromNode;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.protocol.NodeMessage.Acknowledgement;
import io.sweepforge.protocol.TrialUpdate;
import io.sweepforge.search.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sweep. What a command means is decided by pure classes ({@link Commands}, {@link Updating}, {@link Ending}, …);
 * here it is persisted, in one batch per command, and only then told to anybody.
 */
public final class SweepEntity
        extends EventSourcedBehaviorWithEnforcedReplies<SweepCommand, SweepEvent, Optional<Sweep>> {
    public static final EntityTypeKey<SweepCommand> TYPE = EntityTypeKey.create(SweepCommand.class, "Sweep");

    private static final Logger LOG = LoggerFactory.getLogger(SweepEntity.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int SNAPSHOT_EVERY = 1_000;

    private final String id;
    private final ActorContext<SweepCommand> context;
    private final TimerScheduler<SweepCommand> timers;
    private final ActorRef<ClusterSharding.ShardCommand> shard;
    private final SweepWorld world;
    private final Surroundings surroundings;
    private final SuggestionDesk desk;
    private final UnsavedReports unsaved = new UnsavedReports();
    private @Nullable Scheduler scheduler;
    private boolean forgotten;
    private boolean collecting;

    private SweepEntity(
            String id,
            ActorContext<SweepCommand> context,
            TimerScheduler<SweepCommand> timers,
            ActorRef<ClusterSharding.ShardCommand> shard,
            SweepWorld world) {
        super(persistenceId(id));
        this.id = id;
        this.context = context;
        this.timers = timers;
        this.shard = shard;
        this.world = world;
        this.surroundings = new Surroundings(world);
        this.desk = new SuggestionDesk(context, world.suggestionsAhead());
    }

    public static Behavior<SweepCommand> create(
            String id, ActorRef<ClusterSharding.ShardCommand> shard, SweepWorld world) {
        return Behaviors.setup(
                context -> Behaviors.withTimers(timers -> new SweepEntity(id, context, timers, shard, world)));
    }

    public static PersistenceId persistenceId(String sweep) {
        return PersistenceId.of(TYPE.name(), sweep);
    }

    @Override
    public Optional<Sweep> emptyState() {
        return Optional.empty();
    }

    @Override
    public EventHandler<Optional<Sweep>, SweepEvent> eventHandler() {
        return Evolution::apply;
    }

    @Override
    public SignalHandler<Optional<Sweep>> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.instance(), state -> {
                    timers.startTimerWithFixedDelay(new SweepCommand.Tick(), TICK);
                    state.filter(sweep -> !sweep.state().isFinal()).ifPresent(this::begin);
                    state.ifPresent(this::tellOthers);
                })
                .build();
    }

    @Override
    public CommandHandlerWithReply<SweepCommand, SweepEvent, Optional<Sweep>> commandHandler() {
        return newCommandHandlerWithReplyBuilder()
                .forAnyState()
                .onCommand(SweepCommand.Create.class, this::onCreate)
                .onCommand(Asked.class, this::onAsked)
                .onCommand(FromNode.class, this::onUpdates)
                .onCommand(SweepCommand.Tick.class, this::onTick)
                .onCommand(SweepCommand.Idle.class, this::onIdle)
                .onCommand(SweepCommand.Forgotten.class, this::onForgotten)
                .onCommand(SweepCommand.class, this::onNews)
                .build();
    }

    private ReplyEffect<SweepEvent, Optional<Sweep>> onCreate(Optional<Sweep> state, SweepCommand.Create command) {
        if (state.isPresent()) {
            tellOthers(state.get());
            return Effect().reply(command.replyTo(), shown(state.get()));
        }
        List<SweepEvent> events = Commands.create(id, command.spec(), now());
        return Effect()
                .persist(events)
                .thenRun((Optional<Sweep> after) -> {
                    begin(after.orElseThrow());
                    follow(after, events);
                })
                .thenReply(command.replyTo(), after -> shown(after.orElseThrow()));
    }

    private ReplyEffect<SweepEvent, Optional<Sweep>> onAsked(Optional<Sweep> state, Asked command) {
        if (state.isEmpty() || forgotten) {
            return Effect()
                    .none()
                    .thenRun((Optional<Sweep> none) -> passivate())
                    .thenReply(command.replyTo(), none -> Commands.unknown(id));
        }
        Sweep sweep = state.get();
        Answer answer = Commands.decide(sweep, command, now());
        if (answer instanceof Answer.Refused refused) {
            return Effect()
                    .reply(
                            command.replyTo(),
                            new SweepReply.Refused(refused.code(), refused.detail(), refused.errors()));
        }
        List<SweepEvent> events = completed(sweep, ((Answer.Accepted) answer).events());
        return Effect()
                .persist(events)
                .thenRun((Optional<Sweep> after) -> follow(after, events))
                .thenReply(
                        command.replyTo(), after -> Queries.show(after.orElseThrow(), command, lastSequence(), now()));
    }

    private ReplyEffect<SweepEvent, Optional<Sweep>> onUpdates(Optional<Sweep> state, FromNode command) {
        if (state.isEmpty()) {
            command.replyTo().tell(new NodeMessage.Acknowledged(Acknowledging.unknown(command.updates())));
            passivate();
            return Effect().noReply();
        }
        Sweep sweep = state.get();
        surroundings.meet(command.node(), command.replyTo());
        surroundings.left(command.updates());
        List<SweepEvent> events =
                completed(sweep, Updating.events(sweep, command.node(), command.updates(), scheduler(sweep), now()));
        return Effect()
                .persist(events)
                .thenRun((Optional<Sweep> after) -> {
                    follow(after, events);
                    acknowledge(after.orElseThrow(), command);
                })
                .thenNoReply();
    }

    /** Only when events and reports are both safe; a node that hears nothing tells it again. */
    private void acknowledge(Sweep sweep, FromNode command) {
        List<Acknowledgement> answers = Acknowledging.of(sweep, command.node(), command.updates());
        List<TrialUpdate.Reported> reports = ReportRows.recorded(sweep, command.node(), command.updates());
        unsaved.add(reports);
        world.reports().save(id, ReportRows.of(reports)).whenComplete((done, failure) -> {
            if (failure == null) {
                unsaved.saved(reports);
                command.replyTo().tell(new NodeMessage.Acknowledged(unsaved.safe(answers)));
            } else {
                context.getSystem().log().warn("Reports of sweep {} are not saved yet", id, failure);
            }
        });
    }

    private ReplyEffect<SweepEvent, Optional<Sweep>> onNews(Optional<Sweep> state, SweepCommand command) {
        if (state.isEmpty() || state.get().state().isFinal()) {
            return Effect().noReply();
        }
        Sweep sweep = state.get();
        listen(sweep, command);
        boolean hasData = surroundings.dataset(sweep).isPresent();
        List<SweepEvent> events = completed(sweep, Commands.news(sweep, command, hasData, now()));
        return Effect()
                .persist(events)
                .thenRun((Optional<Sweep> after) -> follow(after, events))
                .thenNoReply();
    }

    private void listen(Sweep sweep, SweepCommand command) {
        if (command instanceof SweepCommand.Offered offer) {
            surroundings.offered(offer);
        } else if (command instanceof SweepCommand.NodeLost lost) {
            surroundings.lost(lost.node());
        } else if (command instanceof SweepCommand.LeaseUnconfirmed unconfirmed) {
            surroundings.unconfirmed(sweep, unconfirmed, scheduler(sweep));
        } else if (command instanceof SweepCommand.EarlierMissing missing) {
            collecting = false;
            LOG.warn("Sweep {} waits for the sweeps to start from: {}", id, missing.message());
        } else if (command instanceof SweepCommand.Suggested || command instanceof SweepCommand.SuggestingFailed) {
            desk.answered();
        }
    }

    private ReplyEffect<SweepEvent, Optional<Sweep>> onTick(Optional<Sweep> state, SweepCommand.Tick command) {
        if (state.isEmpty() || state.get().state().isFinal()) {
            timers.cancel(new SweepCommand.Tick());
            context.setReceiveTimeout(IDLE, new SweepCommand.Idle());
            state.ifPresent(this::tellOthers);
            return Effect().noReply();
        }
        surroundings.tellDemand(state.get(), true);
        surroundings.tellSummary(Views.sweep(state.get(), now()), false);
        collect(state.get());
        List<SweepEvent> events = completed(state.get(), List.of());
        return Effect()
                .persist(events)
                .thenRun((Optional<Sweep> after) -> follow(after, events))
                .thenNoReply();
    }

    private ReplyEffect<SweepEvent, Optional<Sweep>> onIdle(Optional<Sweep> state, SweepCommand.Idle command) {
        passivate();
        return Effect().noReply();
    }

    private ReplyEffect<SweepEvent, Optional<Sweep>> onForgotten(
            Optional<Sweep> state, SweepCommand.Forgotten command) {
        forgotten = true;
        passivate();
        return Effect().noReply();
    }

    private void begin(Sweep sweep) {
        desk.begin(sweep, sampledTrials(sweep));
        collect(sweep);
    }

    /** Asks for what the sampler is to know of earlier sweeps, until it is there. */
    private void collect(Sweep sweep) {
        if (sweep.earlier() == null && !collecting) {
            collecting = true;
            context.pipeToSelf(
                    world.warmStarts().find(sweep.spec()),
                    (found, failure) -> failure == null
                            ? new SweepCommand.EarlierFound(found.trials())
                            : new SweepCommand.EarlierMissing(failure.toString()));
        }
    }

    private void follow(Optional<Sweep> state, List<SweepEvent> events) {
        Sweep sweep = state.orElseThrow();
        for (SweepEvent event : events) {
            surroundings.follow(sweep, event, scheduler(sweep));
            desk.follow(event);
            SweepNews.of(sweep, event).ifPresent(LOG::info);
        }
        if (events.stream().anyMatch(SweepEvent.SweepChanged.class::isInstance)) {
            scheduler = null;
            desk.begin(sweep, sampledTrials(sweep));
        }
        desk.ask(sweep, sampledTrials(sweep));
        surroundings.tellDemand(sweep, false);
        if (sweep.state().isFinal() && !events.isEmpty()) {
            tellOthers(sweep);
        }
    }

    private void tellOthers(Sweep sweep) {
        surroundings.tellDemand(sweep, true);
        surroundings.tellSummary(Views.sweep(sweep, now()), true);
    }

    /** With what follows from them for the whole sweep. */
    private List<SweepEvent> completed(Sweep sweep, List<SweepEvent> events) {
        List<SweepEvent> all = new ArrayList<>(events);
        all.addAll(Ending.events(Evolution.apply(sweep, events), sampledTrials(sweep), now()));
        return all;
    }

    private int sampledTrials(Sweep sweep) {
        return sweep.state().isFinal() ? 0 : scheduler(sweep).sampledTrials();
    }

    private Scheduler scheduler(Sweep sweep) {
        if (scheduler == null) {
            Scheduler rebuilt = Strategies.scheduler(sweep.spec());
            sweep.judgements().all().forEach(judged -> judged.recordIn(rebuilt));
            scheduler = rebuilt;
        }
        return scheduler;
    }

    private SweepReply shown(Sweep sweep) {
        return new SweepReply.Shown(lastSequence(), Views.sweep(sweep, now()), List.of());
    }

    private long lastSequence() {
        return lastSequenceNumber(context);
    }

    private Instant now() {
        return world.clock().instant();
    }

    private void passivate() {
        shard.tell(new ClusterSharding.Passivate<>(context.getSelf()));
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(SNAPSHOT_EVERY, 2);
    }

    @Override
    public SnapshotAdapter<Optional<Sweep>> snapshotAdapter() {
        return new SweepSnapshotAdapter();
    }
}
