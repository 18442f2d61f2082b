package io.sweepforge.coordinator.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.coordinator.analysis.ParetoView.Growth;
import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepSpec.ObjectiveSpec;
import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.api.TrialView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParetoAnalysisTest {
    private static final SweepSpec BOTH = Measured.spec(Measured.ACCURACY, Measured.SIZE);

    @Test
    void findsTheFrontInTheUsersSense() {
        List<TrialView> trials = List.of(
                Measured.completed(0, 0.1, 0.5, 10.0),
                Measured.completed(1, 0.2, 0.9, 30.0),
                Measured.completed(2, 0.3, 0.4, 20.0),
                Measured.completed(3, 0.4, 0.7, 20.0));
        ParetoView view = ParetoAnalysis.of(BOTH, trials, Optional.of(List.of(0.4, 40.0)));
        assertThat(view.items()).extracting(TrialView::number).containsExactly(1, 3, 0);
        assertThat(view.reference()).containsExactly(0.4, 40.0);
        assertThat(view.hypervolume()).isCloseTo(0.1 * 30 + 0.2 * 20 + 0.2 * 10, within(1e-9));
        assertThat(view.history()).extracting(Growth::number).containsExactly(0, 1, 2, 3);
        assertThat(view.history()).extracting(Growth::hypervolume).isSorted();
        assertThat(view.note()).isNull();
    }

    @Test
    void comparesOnlyTrialsWithANumberInEachObjective() {
        List<TrialView> trials = List.of(
                Measured.completed(0, 0.1, 0.5, 10.0),
                Measured.completed(1, 0.2, 0.9, Double.NaN),
                Measured.trial(2, TrialState.FAILED, 0.3, List.of(), "OUT_OF_MEMORY"),
                Measured.trial(3, TrialState.PRUNED, 0.3, List.of(0.6, 11.0), null));
        ParetoView view = ParetoAnalysis.of(BOTH, trials, Optional.empty());
        assertThat(view.trials()).isEqualTo(2);
        assertThat(view.items()).extracting(TrialView::number).containsExactly(3, 0);
    }

    @Test
    void leavesTrialsThatWentAstrayOutOfTheReference() {
        List<TrialView> trials = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            trials.add(Measured.completed(i, 0.1, 0.5 + 0.01 * i, 10.0 + i));
        }
        trials.add(Measured.completed(11, 0.1, 0.1, 1e9));
        ParetoView view = ParetoAnalysis.of(BOTH, trials, Optional.empty());
        assertThat(view.reference().get(1)).isEqualTo(28.0);
    }

    @Test
    void saysThatOneObjectiveMakesNoFront() {
        List<TrialView> trials = List.of(Measured.completed(0, 0.1, 0.5), Measured.completed(1, 0.2, 0.7));
        ParetoView view = ParetoAnalysis.of(Measured.spec(Measured.ACCURACY), trials, Optional.empty());
        assertThat(view.items()).extracting(TrialView::number).containsExactly(1);
        assertThat(view.note()).isEqualTo("The sweep has one objective, so its front is the best trial.");
    }

    @Test
    void saysThatThereIsNothingYet() {
        ParetoView view = ParetoAnalysis.of(BOTH, List.of(), Optional.empty());
        assertThat(view.items()).isEmpty();
        assertThat(view.reference()).isNull();
        assertThat(view.note()).isEqualTo("No trial has a value in every objective yet.");
    }

    @Test
    void copesWithHundredThousandTrialsThatAreAllOnTheFront() {
        List<TrialView> trials = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            trials.add(Measured.completed(i, 0.1, (double) i, (double) i));
        }
        ParetoView view = ParetoAnalysis.of(BOTH, trials, Optional.empty());
        assertThat(view.items()).hasSize(1_000);
        assertThat(view.items().get(0).number()).isEqualTo(99_999);
        assertThat(view.history()).hasSize(100);
        assertThat(view.note()).isEqualTo("The front has 100000 trials; 1000 of them are listed, evenly chosen.");
    }

    @Test
    void representsALargeFrontOfThreeObjectives() {
        SweepSpec three = Measured.spec(Measured.ACCURACY, Measured.SIZE, new ObjectiveSpec("time", "minimize"));
        Random random = new Random(1);
        List<TrialView> trials = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double a = random.nextDouble();
            double b = random.nextDouble() * (1 - a);
            trials.add(Measured.completed(i, 0.1, -a, b, 1 - a - b));
        }
        ParetoView view = ParetoAnalysis.of(three, trials, Optional.of(List.of(-1.0, 1.0, 1.0)));
        assertThat(view.hypervolume()).isBetween(0.7, 5.0 / 6);
        assertThat(view.note()).contains("The hypervolume is a lower bound");
    }

    @Test
    void comparesSomeOfVeryManyTrialsInFourObjectives() {
        ObjectiveSpec[] four = {
            Measured.ACCURACY, Measured.SIZE, new ObjectiveSpec("a", "minimize"), new ObjectiveSpec("b", "minimize")
        };
        List<TrialView> trials = new ArrayList<>();
        for (int i = 0; i < 25_000; i++) {
            trials.add(Measured.completed(i, 0.1, 1.0, (double) i, 1.0, 1.0));
        }
        ParetoView view = ParetoAnalysis.of(Measured.spec(four), trials, Optional.empty());
        assertThat(view.trials()).isEqualTo(20_000);
        assertThat(view.note()).isEqualTo("Computed from 20000 of 25000 trials, evenly chosen.");
    }
}
