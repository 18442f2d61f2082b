package io.sweepforge.coordinator.sweep;

import akka.Done;
import akka.NotUsed;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.japi.function.Function;
import akka.stream.javadsl.Source;
import io.sweepforge.coordinator.api.ErrorCode;
import io.sweepforge.coordinator.api.Outcome;
import io.sweepforge.coordinator.api.Page;
import io.sweepforge.coordinator.api.ReportView;
import io.sweepforge.coordinator.api.SweepChange;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.Sweeps;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.coordinator.directory.DirectoryCommand;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks the actors what people want to know and do. */
public final class SweepService implements Sweeps {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int ID_LENGTH = 12;
    private static final String ID_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ActorSystem<?> system;
    private final ActorRef<DirectoryCommand> directory;
    private final ReportStore reports;
    private final WarmStarts warmStarts;

    public SweepService(ActorSystem<?> system, ActorRef<DirectoryCommand> directory, ReportStore reports) {
        this.system = system;
        this.directory = directory;
        this.reports = reports;
        this.warmStarts = WarmStarts.over(system);
    }

    @Override
    public CompletionStage<Outcome<SweepView>> create(SweepSpec spec, Optional<String> idempotencyKey) {
        return this.<DirectoryCommand.Registered>askDirectory(
                        reply -> new DirectoryCommand.Register(newId(), spec, idempotencyKey, reply))
                .thenCompose(registered -> askForSweep(registered.id(), reply -> new SweepCommand.Create(spec, reply)));
    }

    @Override
    public CompletionStage<Outcome<Integer>> warmStart(SweepSpec spec) {
        return warmStarts
                .find(spec)
                .thenApply(found -> found.errors().isEmpty()
                        ? Outcome.done(found.trials().size())
                        : new Outcome.Rejected<>(
                                ErrorCode.INVALID_SPECIFICATION,
                                "The sweep cannot start from what is named.",
                                found.errors()));
    }

    @Override
    public CompletionStage<Outcome<SweepView>> get(String sweep) {
        return askForSweep(sweep, SweepCommand.Show::new);
    }

    @Override
    public CompletionStage<Page<SweepView>> list(SweepQuery query) {
        return this.<DirectoryCommand.Listed>askDirectory(reply -> new DirectoryCommand.ListSweeps(query, reply))
                .thenApply(listed -> new Page<>(listed.items(), listed.next()));
    }

    @Override
    public CompletionStage<Outcome<SweepView>> pause(String sweep) {
        return askForSweep(sweep, SweepCommand.Pause::new);
    }

    @Override
    public CompletionStage<Outcome<SweepView>> resume(String sweep) {
        return askForSweep(sweep, SweepCommand.Resume::new);
    }

    @Override
    public CompletionStage<Outcome<SweepView>> cancel(String sweep) {
        return askForSweep(sweep, SweepCommand.Cancel::new);
    }

    @Override
    public CompletionStage<Outcome<Void>> delete(String sweep) {
        return askForSweep(sweep, SweepCommand.Forget::new).thenCompose(outcome -> {
            if (outcome instanceof Outcome.Rejected<SweepView> rejected) {
                return CompletableFuture.completedFuture(
                        new Outcome.Rejected<>(rejected.code(), rejected.detail(), rejected.errors()));
            }
            return this.<Done>askDirectory(reply -> new DirectoryCommand.Remove(sweep, reply))
                    .thenCompose(removed -> reports.forget(sweep))
                    .thenApply(forgotten -> {
                        ClusterSharding.get(system)
                                .entityRefFor(SweepEntity.TYPE, sweep)
                                .tell(new SweepCommand.Forgotten());
                        return nothing();
                    });
        });
    }

    @Override
    public CompletionStage<Outcome<SweepView>> change(String sweep, SweepPatch patch) {
        return askForSweep(sweep, reply -> new SweepCommand.Change(patch, reply));
    }

    @Override
    public CompletionStage<Outcome<TrialView>> addTrial(String sweep, Map<String, Object> parameters) {
        return askForTrial(sweep, reply -> new SweepCommand.AddTrial(parameters, reply));
    }

    @Override
    public CompletionStage<Outcome<TrialView>> stopTrial(String sweep, int number) {
        return askForTrial(sweep, reply -> new SweepCommand.StopTrial(number, reply));
    }

    @Override
    public CompletionStage<Outcome<Page<TrialView>>> trials(String sweep, TrialQuery query) {
        return ask(sweep, reply -> new SweepCommand.ShowTrials(query, reply))
                .thenApply(reply -> outcome(reply, answer -> {
                    SweepReply.TrialsShown shown = (SweepReply.TrialsShown) answer;
                    return new Page<>(shown.items(), shown.next());
                }));
    }

    @Override
    public CompletionStage<Outcome<TrialView>> trial(String sweep, int number) {
        return askForTrial(sweep, reply -> new SweepCommand.ShowTrial(number, reply));
    }

    @Override
    public CompletionStage<Outcome<List<ReportView>>> metrics(String sweep, int number) {
        return trial(sweep, number).thenCompose(outcome -> {
            if (outcome instanceof Outcome.Rejected<TrialView> rejected) {
                return CompletableFuture.completedFuture(
                        new Outcome.Rejected<>(rejected.code(), rejected.detail(), rejected.errors()));
            }
            return reports.load(sweep, number).thenApply(Outcome::done);
        });
    }

    @Override
    public CompletionStage<Outcome<Source<String, NotUsed>>> log(String sweep, int number) {
        return ask(sweep, reply -> new SweepCommand.ShowTrial(number, reply))
                .thenApply(reply -> outcome(reply, found -> TrialLog.of(system, sweep, number)));
    }

    @Override
    public CompletionStage<Outcome<String>> checkpoint(String sweep, int number) {
        return ask(sweep, reply -> new SweepCommand.ShowCheckpoint(number, reply))
                .thenApply(reply -> outcome(reply, answer -> ((SweepReply.CheckpointShown) answer).hash()));
    }

    @Override
    public Source<SweepChange, NotUsed> changes(String sweep, Optional<String> after) {
        return SweepChanges.of(
                system, sweep, after, numbers -> ask(sweep, reply -> new SweepCommand.ShowChanged(numbers, reply)));
    }

    @Override
    public Source<SweepChange, NotUsed> changes(Optional<String> after) {
        return DirectoryChanges.of(
                after, known -> askDirectory(reply -> new DirectoryCommand.ChangedSince(known, reply)));
    }

    private CompletionStage<Outcome<SweepView>> askForSweep(
            String sweep, Function<ActorRef<SweepReply>, SweepCommand> message) {
        return ask(sweep, message).thenApply(reply -> outcome(reply, answer -> ((SweepReply.Shown) answer).sweep()));
    }

    private CompletionStage<Outcome<TrialView>> askForTrial(
            String sweep, Function<ActorRef<SweepReply>, SweepCommand> message) {
        return ask(sweep, message)
                .thenApply(reply -> outcome(reply, answer -> ((SweepReply.TrialShown) answer).trial()));
    }

    private CompletionStage<SweepReply> ask(String sweep, Function<ActorRef<SweepReply>, SweepCommand> message) {
        return ask(system, sweep, message);
    }

    static CompletionStage<SweepReply> ask(
            ActorSystem<?> system, String sweep, Function<ActorRef<SweepReply>, SweepCommand> message) {
        if (!isId(sweep)) {
            return CompletableFuture.completedFuture(Commands.unknown(sweep));
        }
        return ClusterSharding.get(system).entityRefFor(SweepEntity.TYPE, sweep).ask(message, TIMEOUT);
    }

    private <T> CompletionStage<T> askDirectory(Function<ActorRef<T>, DirectoryCommand> message) {
        return AskPattern.ask(directory, message, TIMEOUT, system.scheduler());
    }

    private static <T> Outcome<T> outcome(SweepReply reply, java.util.function.Function<SweepReply, T> value) {
        return reply instanceof SweepReply.Refused refused
                ? new Outcome.Rejected<>(refused.code(), refused.detail(), refused.errors())
                : Outcome.done(value.apply(reply));
    }

    /** {@link Void} has no value but null. */
    @SuppressWarnings("NullAway")
    private static Outcome<Void> nothing() {
        return Outcome.done(null);
    }

    /** What is none of ours wakes no actor. */
    private static boolean isId(String sweep) {
        return sweep.length() == ID_LENGTH && sweep.chars().allMatch(digit -> ID_DIGITS.indexOf(digit) >= 0);
    }

    private static String newId() {
        return RANDOM.ints(ID_LENGTH, 0, ID_DIGITS.length())
                .mapToObj(ID_DIGITS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
