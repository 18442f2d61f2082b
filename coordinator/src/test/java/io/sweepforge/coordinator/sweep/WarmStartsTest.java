package io.sweepforge.coordinator.sweep;

import static io.sweepforge.coordinator.sweep.Sweeping.NODE;
import static io.sweepforge.coordinator.sweep.Sweeping.NOW;
import static io.sweepforge.coordinator.sweep.Sweeping.completed;
import static io.sweepforge.coordinator.sweep.Sweeping.failed;
import static io.sweepforge.coordinator.sweep.Sweeping.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.sweep.SweepReply.EarlierShown;
import io.sweepforge.protocol.FailureCode;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a sweep learns from earlier ones. */
class WarmStartsTest {
    private static final List<ObjectiveSpec> ACCURACY = Specs.trials(1).objectives();

    @Test
    void takesTrialsWhoseParametersFitWithoutWhatTheSpaceLacks() {
        WarmStarts.Found found = find(
                ACCURACY,
                trial(0, Map.of("learningRate", 0.01, "filters", 8), Outcome.COMPLETED, List.of(0.9)),
                trial(1, Map.of("learningRate", 0.5), Outcome.COMPLETED, List.of(0.95)),
                trial(2, Map.of("filters", 8), Outcome.COMPLETED, List.of(0.95)),
                trial(3, Map.of("learningRate", 0.02), Outcome.FAILED, List.of()));

        assertThat(found.errors()).isEmpty();
        assertThat(found.trials())
                .containsExactly(
                        trial(0, Map.of("learningRate", 0.01), Outcome.COMPLETED, List.of(0.9)),
                        trial(3, Map.of("learningRate", 0.02), Outcome.FAILED, List.of()));
    }

    @Test
    void bringsObjectivesIntoTheOrderOfTheNewSweep() {
        List<ObjectiveSpec> two = List.of(new ObjectiveSpec("loss", "minimize"), ACCURACY.get(0));

        assertThat(find(two, trial(0, Map.of("learningRate", 0.01), Outcome.PRUNED, List.of(1.5, 0.9)))
                        .trials()
                        .get(0)
                        .values())
                .containsExactly(0.9);
    }

    @Test
    void saysWhySweepsAreOfNoUse() {
        assertThat(find(ACCURACY, trial(4, Map.of("filters", 8), Outcome.COMPLETED, List.of(0.9)))
                        .errors())
                .containsExactly(
                        new FieldError(
                                "warmStart.sweeps[0]",
                                "none of its 1 finished trials fits this space: in trial 4 learningRate is missing: must be a number from 0.001 to 0.1"));
        assertThat(find(ACCURACY).errors().get(0).message())
                .isEqualTo("none of its 0 finished trials fits this space: it has none");
        assertThat(find(List.of(new ObjectiveSpec("loss", "minimize")))
                        .errors()
                        .get(0)
                        .message())
                .isEqualTo("its objectives are minimize loss, but this sweep's are maximize accuracy");
        assertThat(new WarmStarts((sweep, limit) -> CompletableFuture.completedFuture(Commands.unknown(sweep)))
                        .find(Specs.startingFrom("a", "b"))
                        .toCompletableFuture()
                        .join()
                        .errors())
                .containsExactly(
                        new FieldError("warmStart.sweeps[0]", "there is no sweep \"a\""),
                        new FieldError("warmStart.sweeps[1]", "there is no sweep \"b\""));
    }

    @Test
    void offersTheBestAndTheLatestFinishedTrialsWithWhatWasFixed() {
        Sweeping sweeping = Sweeping.with(Specs.trials(9), 6, 6);
        double[] accuracies = {0.9, 0.1, 0.8, 0.2, 0.3};
        for (int i = 0; i < accuracies.length; i++) {
            sweeping.tell(NODE, reported(i, 1, 1, 1, accuracies[i]));
        }
        sweeping.tell(NODE, completed(0, 1, 2), completed(1, 1, 2), completed(2, 1, 2), completed(3, 1, 2));
        sweeping.tell(NODE, failed(4, 1, 2, FailureCode.DIVERGED));
        List<EarlierTrial> four = History.earlier(sweeping.sweep(), 4);

        assertThat(four).extracting(EarlierTrial::number).containsExactly(0, 2, 3, 4);
        assertThat(four.get(0).parameters()).containsEntry("batchSize", 64).containsKey("learningRate");
        assertThat(four.get(3).values()).containsExactly(Double.NaN);
        assertThat(History.earlier(sweeping.sweep(), 100)).hasSize(5);
    }

    @Test
    void tellsTheSamplerOfOthersByNegativeNumbers() {
        Sweeping sweeping = Sweeping.of(Specs.startingFrom("old"));
        assertThat(sweeping.sweep().earlier()).isNull();
        assertThat(History.ofOthers(sweeping.sweep())).isEmpty();
        EarlierTrial best = trial(7, Map.of("learningRate", 0.01), Outcome.COMPLETED, List.of(0.9));
        sweeping.on(new SweepEvent.WarmStarted(List.of(best, best), NOW));
        List<FinishedTrial> told = History.ofOthers(sweeping.sweep());

        assertThat(told).extracting(FinishedTrial::number).containsExactly(-1, -2);
        assertThat(told.get(0).losses()).containsExactly(-0.9);
        assertThat(told.get(0).configuration().values()).isEqualTo(Map.of("learningRate", 0.01));
    }

    private static WarmStarts.Found find(List<ObjectiveSpec> objectives, EarlierTrial... trials) {
        SweepReply shown = new EarlierShown(objectives, List.of(trials));
        WarmStarts starts = new WarmStarts((sweep, limit) -> CompletableFuture.completedFuture(shown));
        return Objects.requireNonNull(
                starts.find(Specs.startingFrom("old")).toCompletableFuture().join());
    }

    private static EarlierTrial trial(
            int number, Map<String, Object> parameters, Outcome outcome, List<Double> values) {
        return new EarlierTrial("old", number, parameters, outcome, values, 3);
    }
}
