package io.sweepforge.coordinator.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.persistence.testkit.javadsl.PersistenceTestKit;
import io.sweepforge.coordinator.InMemory;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.Sweeps.SweepQuery;
import io.sweepforge.coordinator.directory.DirectoryCommand.Changed;
import io.sweepforge.coordinator.directory.DirectoryCommand.ChangedSince;
import io.sweepforge.coordinator.directory.DirectoryCommand.ListSweeps;
import io.sweepforge.coordinator.directory.DirectoryCommand.Listed;
import io.sweepforge.coordinator.directory.DirectoryCommand.Register;
import io.sweepforge.coordinator.directory.DirectoryCommand.Registered;
import io.sweepforge.coordinator.directory.DirectoryCommand.Remove;
import io.sweepforge.coordinator.directory.DirectoryCommand.Update;
import io.sweepforge.coordinator.directory.DirectoryCommand.Versioned;
import io.sweepforge.coordinator.sweep.Specs;
import io.sweepforge.coordinator.sweep.SweepCommand;
import io.sweepforge.coordinator.sweep.SweepReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepDirectoryTest {
    private final ActorTestKit kit = ActorTestKit.create(ManualTime.config().withFallback(InMemory.CONFIG));
    private final ManualTime time = ManualTime.get(kit.system());
    private final Map<String, SweepCommand.Create> asked = new ConcurrentHashMap<>();
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
    void listsSweepsAsTheyAreAfterARestartAndWaitsUntilTheySaySo() {
        register("a", "1");
        register("b", "2");
        restart(1);
        TestProbe<Listed> list = list();
        told("a");
        list.expectNoMessage();
        told("b");

        assertThat(list.receiveMessage().items())
                .extracting(found -> found.trials().total())
                .containsExactly(9, 9);
    }

    @Test
    void listsWhatItKnowsWhenASweepStaysSilentAfterARestart() {
        register("a", "1");
        restart(1);
        TestProbe<Listed> list = list();
        list.expectNoMessage();
        time.timePasses(Duration.ofSeconds(5));

        assertThat(list.receiveMessage().items())
                .extracting(found -> found.trials().total())
                .containsExactly(0);
    }

    private TestProbe<Listed> list() {
        TestProbe<Listed> list = kit.createTestProbe();
        SweepQuery all = new SweepQuery(Optional.empty(), Optional.empty(), Optional.empty(), 10, Optional.empty());
        directory.tell(new ListSweeps(all, list.ref()));
        return list;
    }

    /** The sweep answers the question how it is. */
    private void told(String id) {
        SweepView begun = begun(id);
        SweepView.TrialCounts counts = new SweepView.TrialCounts(9, 0, 0, 0, 9, 0, 0, 0);
        SweepView now = new SweepView(
                id,
                begun.name(),
                begun.state(),
                begun.spec(),
                begun.createdAt(),
                null,
                null,
                counts,
                null,
                begun.progress(),
                null);
        await().until(() -> asked.containsKey(id));
        asked.get(id).replyTo().tell(new SweepReply.Shown(1, now, List.of()));
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

    @Test
    void outlastsADatabaseThatIsAway() {
        PersistenceTestKit journal = PersistenceTestKit.create(kit.system());
        register("a", "1");
        journal.failNextPersisted();
        directory.tell(new Register("lost", Specs.trials(1), Optional.of("2"), registered.ref()));
        directory.tell(new Register("b", Specs.trials(1), Optional.of("2"), registered.ref()));

        await().untilAsserted(() -> {
            time.timePasses(Duration.ofSeconds(1));
            assertThat(registered.receiveMessage(Duration.ofMillis(100)).id()).isEqualTo("b");
        });
        assertThat(all()).extracting(SweepView::id).containsExactlyInAnyOrder("a", "b");
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
        return kit.spawn(SweepDirectory.create(this::ask, Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC)));
    }

    private void ask(String id, SweepCommand command) {
        asked.put(id, (SweepCommand.Create) command);
        sweep.ref().tell(command);
    }

    private void restart(long millis) {
        kit.stop(directory);
        asked.clear();
        directory = spawn(millis);
    }

    private static SweepView begun(String id) {
        return Catalogue.begun(new DirectoryEvent.SweepRegistered(id, Specs.trials(1), null, Instant.EPOCH));
    }

    private static SweepView finished(String id) {
        SweepView begun = begun(id);
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
