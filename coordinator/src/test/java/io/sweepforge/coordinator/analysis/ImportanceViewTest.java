package io.sweepforge.coordinator.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.coordinator.api.TrialState;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.search.analysis.Importance;
import io.sweepforge.search.analysis.ImportanceMethod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportanceViewTest {
    @Test
    void explainsTheObjectiveThatWasAskedFor() {
        List<TrialView> trials = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            trials.add(Measured.completed(i, i / 40.0, 1.0, i / 40.0));
        }
        ImportanceView size =
                ImportanceView.of(Measured.spec(Measured.ACCURACY, Measured.SIZE), trials, ImportanceMethod.FANOVA, 1);
        assertThat(size)
                .isEqualTo(new ImportanceView("fanova", "size", 40, List.of(new Importance.Item("x", 1)), null));
        ImportanceView accuracy =
                ImportanceView.of(Measured.spec(Measured.ACCURACY, Measured.SIZE), trials, ImportanceMethod.FANOVA, 0);
        assertThat(accuracy.note()).startsWith("All finished trials are equally good");
    }

    @Test
    void countsWhatSaysSomethingAboutItsConfiguration() {
        List<TrialView> trials = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            trials.add(Measured.completed(i, i / 10.0, i / 10.0));
        }
        trials.add(Measured.trial(10, TrialState.COMPLETED, 0.1, List.of(), "DIVERGED"));
        trials.add(Measured.trial(11, TrialState.PRUNED, 0.1, List.of(0.2), null));
        trials.add(Measured.trial(12, TrialState.FAILED, 0.1, List.of(), "OUT_OF_MEMORY"));
        trials.add(Measured.trial(13, TrialState.FAILED, 0.1, List.of(), "PROGRAM_FAILED"));
        trials.add(Measured.trial(14, TrialState.CANCELLED, 0.1, List.of(0.9), null));
        trials.add(Measured.trial(15, TrialState.RUNNING, 0.1, List.of(0.9), null));
        ImportanceView view =
                ImportanceView.of(Measured.spec(Measured.ACCURACY), trials, ImportanceMethod.PED_ANOVA, 0);
        assertThat(view.trials()).isEqualTo(13);
    }
}
