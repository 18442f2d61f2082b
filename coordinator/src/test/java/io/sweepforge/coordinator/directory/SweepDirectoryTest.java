package io.sweepforge.coordinator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.InMemory;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.directory.DirectoryCommand.Changed;
import io.sweepforge.coordinator.directory.DirectoryCommand.ChangedSince;
import io.sweepforge.coordinator.directory.DirectoryCommand.Register;
import io.sweepforge.coordinator.directory.DirectoryCommand.Registered;
import io.sweepforge.coordinator.directory.DirectoryCommand.Remove;
import io.sweepforge.coordinator.directory.DirectoryCommand.Update;
import io.sweepforge.coordinator.directory.DirectoryCommand.Versioned;
import io.sweepforge.coordinator.sweep.Specs;
import io.sweepforge.coordinator.sweep.SweepCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepDirectoryTest {
    private final ActorTestKit kit = ActorTestKit.create(InMemory.CONFIG);
    private final TestProbe<SweepCommand> sweep = kit.createTestProbe();
    private final TestProbe<Registered> registered = kit.createTestProbe();
    private ActorRef<DirectoryCommand> directory = spawn(0);

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void beginsASweepOncePerKey() {
        assertThat(register("a", "key")).isEqualTo("a");
        sweep.expectMessageClass(SweepCommand.Create.class);
        restart(1);
        sweep.expectMessageClass(SweepCommand.Create.class);

        assertThat(register("b", "key")).isEqualTo("a");
        assertThat(register("c", "other")).isEqualTo("c");
    }

    @Test
    void wakesOnlyUnfinishedSweepsAfterARestart() {
        register("a", "1");
        register("b", "2");
        directory.tell(new Update(finished("a")));
        assertThat(all()).hasSize(2);
        sweep.expectMessageClass(SweepCommand.Create.class);
        sweep.expectMessageClass(SweepCommand.Create.class);
        restart(1);

        sweep.expectMessageClass(SweepCommand.Create.class);
        sweep.expectNoMessage();
        assertThat(all()).extracting(SweepView::state).contains(SweepState.COMPLETED, SweepState.RUNNING);
    }

    @Test
    void tellsWhoWasAwayEverythingThatChangedAndAfterARestartEverything() {
        register("a", "1");
        long before = changed(Optional.empty()).version();
        register("b", "2");
        assertThat(changed(Optional.of(before)).sweeps())
                .extracting(Versioned::sweep)
                .extracting(SweepView::id)
                .containsExactly("b");
        restart(1_000_000);

        assertThat(changed(Optional.of(before)).sweeps()).hasSize(2);
    }

    @Test
    void forgetsWhatIsRemovedTogetherWithItsKey() {
        register("a", "1");
        TestProbe<Done> done = kit.createTestProbe();
        directory.tell(new Remove("a", done.ref()));
        done.receiveMessage();
        directory.tell(new Remove("a", done.ref()));
        done.receiveMessage();

        assertThat(all()).isEmpty();
        assertThat(register("b", "1")).isEqualTo("b");
    }

    private String register(String id, String key) {
        directory.tell(new Register(id, Specs.trials(1), Optional.of(key), registered.ref()));
        return registered.receiveMessage(Duration.ofSeconds(10)).id();
    }

    private List<SweepView> all() {
        return changed(Optional.of(-1L)).sweeps().stream().map(Versioned::sweep).toList();
    }

    private Changed changed(Optional<Long> since) {
        TestProbe<Changed> answer = kit.createTestProbe();
        directory.tell(new ChangedSince(since, answer.ref()));
        return answer.receiveMessage(Duration.ofSeconds(10));
    }

    private ActorRef<DirectoryCommand> spawn(long millis) {
        return kit.spawn(SweepDirectory.create(
                (id, command) -> sweep.ref().tell(command), Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC)));
    }

    private void restart(long millis) {
        kit.stop(directory);
        directory = spawn(millis);
    }

    private static SweepView finished(String id) {
        SweepView begun = Catalogue.begun(new DirectoryEvent.SweepRegistered(id, Specs.trials(1), null, Instant.EPOCH));
        return new SweepView(
                id,
                begun.name(),
                SweepState.COMPLETED,
                begun.spec(),
                begun.createdAt(),
                null,
                Instant.EPOCH,
                begun.trials(),
                null,
                begun.progress(),
                "done");
    }
}
