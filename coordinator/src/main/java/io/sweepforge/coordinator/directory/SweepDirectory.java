package io.sweepforge.coordinator.directory;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.BackoffSupervisorStrategy;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.RetentionCriteria;
import akka.persistence.typed.javadsl.SignalHandler;
import io.sweepforge.coordinator.api.Page;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.directory.DirectoryCommand.ChangedSince;
import io.sweepforge.coordinator.directory.DirectoryCommand.ListAnyway;
import io.sweepforge.coordinator.directory.DirectoryCommand.ListSweeps;
import io.sweepforge.coordinator.directory.DirectoryCommand.Register;
import io.sweepforge.coordinator.directory.DirectoryCommand.Registered;
import io.sweepforge.coordinator.directory.DirectoryCommand.Remove;
import io.sweepforge.coordinator.directory.DirectoryCommand.Update;
import io.sweepforge.coordinator.directory.DirectoryCommand.WakeUp;
import io.sweepforge.coordinator.directory.DirectoryEvent.SweepFinished;
import io.sweepforge.coordinator.directory.DirectoryEvent.SweepRegistered;
import io.sweepforge.coordinator.directory.DirectoryEvent.SweepRemoved;
import io.sweepforge.coordinator.sweep.SweepCommand;
import io.sweepforge.coordinator.sweep.SweepReply;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Knows every sweep, begins each exactly once per request, and keeps the unfinished ones awake. */
public final class SweepDirectory extends EventSourcedBehavior<DirectoryCommand, DirectoryEvent, Catalogue> {
    private static final PersistenceId ID = PersistenceId.ofUniqueId("SweepDirectory");
    private static final Duration WAKE_UP = Duration.ofSeconds(5);
    /** How long lists wait for sweeps after a start; less than those who ask. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A singleton that stopped would stay away for ever, so it outlasts a database that is away. */
    private static final BackoffSupervisorStrategy UNTIL_THE_DATABASE_IS_BACK =
            SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(10), 0.2);

    private final ActorContext<DirectoryCommand> context;
    private final TimerScheduler<DirectoryCommand> timers;
    private final BiConsumer<String, SweepCommand> sweeps;
    private final Clock clock;
    private final Summaries summaries;
    private final Awakening awakening = new Awakening();

    private SweepDirectory(
            ActorContext<DirectoryCommand> context,
            TimerScheduler<DirectoryCommand> timers,
            BiConsumer<String, SweepCommand> sweeps,
            Clock clock) {
        super(ID, UNTIL_THE_DATABASE_IS_BACK);
        this.context = context;
        this.timers = timers;
        this.sweeps = sweeps;
        this.clock = clock;
        this.summaries = new Summaries(clock.millis());
    }

    /** @param sweeps tells a sweep by its id */
    public static Behavior<DirectoryCommand> create(BiConsumer<String, SweepCommand> sweeps, Clock clock) {
        return Behaviors.setup(
                context -> Behaviors.withTimers(timers -> new SweepDirectory(context, timers, sweeps, clock)));
    }

    @Override
    public Catalogue emptyState() {
        return Catalogue.EMPTY;
    }

    @Override
    public EventHandler<Catalogue, DirectoryEvent> eventHandler() {
        return Catalogue::apply;
    }

    @Override
    public SignalHandler<Catalogue> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.instance(), catalogue -> {
                    catalogue.sweeps().values().forEach(summaries::put);
                    awaken(catalogue);
                    timers.startTimerWithFixedDelay(new WakeUp(), WAKE_UP);
                })
                .build();
    }

    @Override
    public CommandHandler<DirectoryCommand, DirectoryEvent, Catalogue> commandHandler() {
        return newCommandHandlerBuilder()
                .forAnyState()
                .onCommand(Register.class, this::onRegister)
                .onCommand(Update.class, this::onUpdate)
                .onCommand(Remove.class, this::onRemove)
                .onCommand(ListSweeps.class, this::onList)
                .onCommand(ChangedSince.class, this::onChangedSince)
                .onCommand(WakeUp.class, this::onWakeUp)
                .onCommand(ListAnyway.class, this::onListAnyway)
                .build();
    }

    private Effect<DirectoryEvent, Catalogue> onRegister(Catalogue catalogue, Register command) {
        Optional<String> known = catalogue.byKey(command.idempotencyKey());
        if (known.isPresent()) {
            return Effect().none().thenReply(command.replyTo(), same -> new Registered(known.get()));
        }
        SweepRegistered event = new SweepRegistered(
                command.id(), command.spec(), command.idempotencyKey().orElse(null), clock.instant());
        return Effect()
                .persist(event)
                .thenRun((Catalogue after) -> {
                    summaries.put(Catalogue.begun(event));
                    wakeUp(Catalogue.begun(event));
                })
                .thenReply(command.replyTo(), after -> new Registered(command.id()));
    }

    private Effect<DirectoryEvent, Catalogue> onUpdate(Catalogue catalogue, Update command) {
        SweepView sweep = command.sweep();
        if (!catalogue.isUnfinished(sweep.id())) {
            return Effect().none();
        }
        return sweep.state().isFinal()
                ? Effect().persist(new SweepFinished(sweep)).thenRun(after -> show(sweep))
                : Effect().none().thenRun(same -> show(sweep));
    }

    private void show(SweepView sweep) {
        summaries.put(sweep);
        awakening.heard(sweep.id()).forEach(this::answer);
    }

    private Effect<DirectoryEvent, Catalogue> onRemove(Catalogue catalogue, Remove command) {
        if (!catalogue.sweeps().containsKey(command.id())) {
            return Effect().none().thenReply(command.replyTo(), same -> Done.getInstance());
        }
        return Effect()
                .persist(new SweepRemoved(command.id()))
                .thenRun((Catalogue after) -> summaries.remove(command.id()))
                .thenReply(command.replyTo(), after -> Done.getInstance());
    }

    private Effect<DirectoryEvent, Catalogue> onList(Catalogue catalogue, ListSweeps command) {
        if (awakening.isOver()) {
            answer(command);
        } else {
            awakening.hold(command);
        }
        return Effect().none();
    }

    private Effect<DirectoryEvent, Catalogue> onListAnyway(Catalogue catalogue, ListAnyway command) {
        awakening.giveUp().forEach(this::answer);
        return Effect().none();
    }

    private void answer(ListSweeps command) {
        Page<SweepView> page = SweepListing.page(summaries.all(), command.query());
        command.replyTo().tell(new DirectoryCommand.Listed(page.items(), page.next()));
    }

    private Effect<DirectoryEvent, Catalogue> onChangedSince(Catalogue catalogue, ChangedSince command) {
        command.replyTo().tell(summaries.since(command.version().orElse(summaries.version())));
        return Effect().none();
    }

    private Effect<DirectoryEvent, Catalogue> onWakeUp(Catalogue catalogue, WakeUp command) {
        catalogue.unfinished().forEach(this::wakeUp);
        return Effect().none();
    }

    /** Sweeps that were awake all the while tell nothing by themselves, so each is asked how it is. */
    private void awaken(Catalogue catalogue) {
        ActorRef<SweepReply> told =
                context.messageAdapter(SweepReply.class, reply -> new Update(((SweepReply.Shown) reply).sweep()));
        awakening.begin(catalogue.unfinished());
        catalogue.unfinished().forEach(sweep -> sweeps.accept(sweep.id(), new SweepCommand.Create(sweep.spec(), told)));
        timers.startSingleTimer(new ListAnyway(), PATIENCE);
    }

    /** Begins the sweep if a crash came between its registration and its first event. */
    private void wakeUp(SweepView sweep) {
        sweeps.accept(sweep.id(), new SweepCommand.Create(sweep.spec(), ignore()));
    }

    private <T> ActorRef<T> ignore() {
        return context.getSystem().<T>ignoreRef();
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(200, 2);
    }
}
