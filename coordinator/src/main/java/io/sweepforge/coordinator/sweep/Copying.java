package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.spec.Parameters;
import io.sweepforge.coordinator.spec.Strategies;
import io.sweepforge.coordinator.sweep.SweepEvent.TrialSuggested;
import io.sweepforge.protocol.CheckpointReference;
import io.sweepforge.search.scheduler.population.Perturbation;
import io.sweepforge.search.space.Configuration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trials that begin as slightly changed copies of others and go on from their weights. */
final class Copying {
    private Copying() {}

    /** Why a trial cannot be copied now; empty when it can. */
    static Optional<String> obstacle(Sweep sweep, int donor) {
        if (sweep.trials().size() >= sweep.spec().budget().maxTrials()) {
            return Optional.of("all %d trials of the budget have begun"
                    .formatted(sweep.spec().budget().maxTrials()));
        }
        Optional<Trial> parent = sweep.trials().find(donor);
        if (parent.map(Trial::checkpoint).isEmpty()) {
            return Optional.of("trial %d has no checkpoint yet".formatted(donor));
        }
        return parent.map(trial -> begins(sweep, trial)).isPresent()
                ? Optional.empty()
                : Optional.of("trial %d has no checkpoint but that of its end".formatted(donor));
    }

    /** A copy has at least an epoch to train, so it begins before its parent's end. */
    private static @Nullable CheckpointReference begins(Sweep sweep, Trial parent) {
        return parent.checkpointBefore(sweep.spec().trial().epochs());
    }

    /**
     * The next trial.
     *
     * @param donor without an {@link #obstacle}
     * @param replaced the trial in whose place it begins
     */
    static TrialSuggested copy(Sweep sweep, int donor, int replaced, Instant now) {
        int number = sweep.trials().size();
        Trial parent = sweep.trials().get(donor);
        CheckpointReference saved = Objects.requireNonNull(begins(sweep, parent), "a checkpoint");
        Configuration before = Parameters.configuration(parent.parameters());
        Configuration changed = Perturbation.of(
                Strategies.space(sweep.spec()).space(), before, sweep.spec().seed(), number);
        String reason = "Copy of trial %d from epoch %d in place of trial %d, with %s."
                .formatted(donor, saved.epoch(), replaced, Perturbation.words(before, changed));
        return new TrialSuggested(number, changed.values(), reason, now, new Origin(donor, saved));
    }
}
