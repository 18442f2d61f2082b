package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.sweep.CommandMatrixTest.Reaction.CHANGES;
import static io.sweepforge.coordinator.sweep.CommandMatrixTest.Reaction.NOTHING;
import static io.sweepforge.coordinator.sweep.CommandMatrixTest.Reaction.REFUSES;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import io.sweepforge.coordinator.api.SweepState;
import io.sweepforge.coordinator.api.Sweeps.SweepPatch;
import io.sweepforge.coordinator.api.Sweeps.TrialOrder;
import io.sweepforge.coordinator.api.Sweeps.TrialQuery;
import io.sweepforge.coordinator.sweep.SweepCommand.Asked;
import io.sweepforge.protocol.NodeMessage;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each command does in each state of a sweep. Updates of nodes have tests of their own. */
class CommandMatrixTest {
    enum Reaction {
        CHANGES,
        NOTHING,
        REFUSES
    }

    private static final ActorTestKit KIT = ActorTestKit.create();
    private static final ActorRef<SweepReply> PEOPLE =
            KIT.<SweepReply>createTestProbe().ref();
    private static final LaneOffer LANE = new LaneOffer(
            Sweeping.NODE, "cpu-0", KIT.<NodeMessage>createTestProbe().ref());
    private static final Map<String, Object> POINT = Map.of("learningRate", 0.05);
    private static final SweepPatch PATCH = new SweepPatch(
            Optional.of(9),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final TrialQuery ALL =
            new TrialQuery(Optional.empty(), TrialOrder.NUMBER, false, 10, Optional.empty());

    /** Reactions in the states running, paused, and the three final ones, where trials are over. */
    private record Row(SweepCommand command, Reaction running, Reaction paused, Reaction... finals) {
        Reaction in(SweepState state) {
            return switch (state) {
                case RUNNING -> running;
                case PAUSED -> paused;
                case COMPLETED -> finals[0];
                case CANCELLED -> finals[1 % finals.length];
                case FAILED -> finals[2 % finals.length];
            };
        }
    }

    private static final List<Row> MATRIX = List.of(
            new Row(new SweepCommand.Create(Specs.trials(3), PEOPLE), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.Show(PEOPLE), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.ShowTrial(0, PEOPLE), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.ShowTrials(ALL, PEOPLE), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.ShowChanged(List.of(0), PEOPLE), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.ShowCheckpoint(0, PEOPLE), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.ShowEarlier(10, PEOPLE), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.EarlierFound(List.of()), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.EarlierMissing("timeout"), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.Pause(PEOPLE), CHANGES, NOTHING, REFUSES),
            new Row(new SweepCommand.Resume(PEOPLE), NOTHING, CHANGES, REFUSES),
            new Row(new SweepCommand.Cancel(PEOPLE), CHANGES, CHANGES, REFUSES, NOTHING, REFUSES),
            new Row(new SweepCommand.Forget(PEOPLE), REFUSES, REFUSES, NOTHING),
            new Row(new SweepCommand.Change(PATCH, PEOPLE), CHANGES, CHANGES, REFUSES),
            new Row(new SweepCommand.AddTrial(POINT, PEOPLE), CHANGES, CHANGES, REFUSES),
            new Row(new SweepCommand.StopTrial(0, PEOPLE), CHANGES, CHANGES, REFUSES),
            new Row(new SweepCommand.Offered(1, List.of(LANE)), CHANGES, NOTHING, NOTHING),
            new Row(new SweepCommand.NodeLost(Sweeping.NODE), CHANGES, CHANGES, NOTHING),
            new Row(new SweepCommand.LeaseUnconfirmed(0, 1, LANE), NOTHING, NOTHING, NOTHING),
            new Row(suggested(), CHANGES, NOTHING, NOTHING),
            new Row(new SweepCommand.SuggestingFailed(2, "broken"), CHANGES, NOTHING, NOTHING),
            new Row(new SweepCommand.Tick(), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.Forgotten(), NOTHING, NOTHING, NOTHING),
            new Row(new SweepCommand.Idle(), NOTHING, NOTHING, NOTHING));

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    @Test
    void hasARowForEveryCommand() {
        List<Class<?>> commands = new ArrayList<>(leaves(SweepCommand.class).toList());
        commands.remove(SweepCommand.FromNode.class);

        assertThat(MATRIX.stream()
                        .<Class<?>>map(row -> row.command().getClass())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(commands);
    }

    @ParameterizedTest
    @EnumSource(SweepState.class)
    void reactsInEveryStateAsTheMatrixSays(SweepState state) {
        Map<String, Reaction> expected = new LinkedHashMap<>();
        Map<String, Reaction> actual = new LinkedHashMap<>();
        for (Row row : MATRIX) {
            expected.put(row.command().getClass().getSimpleName(), row.in(state));
            actual.put(row.command().getClass().getSimpleName(), reaction(sweep(state), row.command()));
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** Trial 0 runs, trial 1 waits, a third may follow; when the sweep is over, so are they. */
    private static Sweep sweep(SweepState state) {
        Sweeping sweeping = Sweeping.with(Specs.trials(3), 2, 1);
        return switch (state) {
            case RUNNING -> sweeping.sweep();
            case PAUSED ->
                sweeping.on(new SweepEvent.SweepPaused("x", Sweeping.NOW)).sweep();
            case COMPLETED, CANCELLED, FAILED ->
                sweeping.on(Ending.end(sweeping.sweep(), state, "x", Sweeping.NOW))
                        .sweep();
        };
    }

    private static Reaction reaction(Sweep sweep, SweepCommand command) {
        if (command instanceof Asked asked) {
            Answer answer = Commands.decide(sweep, asked, Sweeping.NOW);
            return answer instanceof Answer.Accepted accepted ? reaction(accepted.events()) : REFUSES;
        }
        // The entity does not even look when the sweep is over.
        return sweep.state().isFinal() ? NOTHING : reaction(Commands.news(sweep, command, true, Sweeping.NOW));
    }

    private static Reaction reaction(List<SweepEvent> events) {
        return events.isEmpty() ? NOTHING : CHANGES;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CommandMatrixTest::leaves)
                : Stream.of(type);
    }

    private static SweepCommand suggested() {
        return new SweepCommand.Suggested(2, Optional.of(new Suggestion(new Configuration(POINT), "chance")));
    }
}
