package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepView;
import io.sweepforge.coordinator.api.SweepView.Best;
import io.sweepforge.coordinator.api.SweepView.Progress;
import io.sweepforge.coordinator.api.TrialView;
import io.sweepforge.protocol.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sweeps and trials in the shapes of the HTTP contract. */
final class Views {
    private Views() {}

    static SweepView sweep(Sweep sweep, Instant now) {
        return new SweepView(
                sweep.id(),
                sweep.spec().name(),
                sweep.state(),
                sweep.spec(),
                sweep.createdAt(),
                sweep.startedAt(),
                sweep.finishedAt(),
                sweep.trials().counts(),
                sweep.trials().best().flatMap(Views::best).orElse(null),
                progress(sweep, now),
                sweep.reason());
    }

    static TrialView trial(Trial trial) {
        Learned.Measured best = trial.hasResult() ? trial.learned().best() : null;
        Lease lease = trial.lease();
        return new TrialView(
                trial.number(),
                trial.state(),
                trial.parameters(),
                trial.origin() == null ? null : trial.origin().parent(),
                best == null ? null : best.values().get(0),
                best == null ? List.of() : best.values(),
                trial.learned().epoch(),
                trial.attempts(),
                lease == null ? null : lease.node().id(),
                trial.startedAt(),
                trial.finishedAt(),
                failure(trial.failure()),
                trial.reason(),
                trial.whyChosen(),
                trial.whyDecided());
    }

    private static Optional<Best> best(Trial trial) {
        return Optional.ofNullable(trial.learned().best())
                .map(best -> new Best(
                        trial.number(), trial.parameters(), best.values().get(0), best.metrics()));
    }

    /** Finished trials and the trained share of running ones, of all that the budget allows. */
    private static Progress progress(Sweep sweep, Instant now) {
        if (sweep.state().isFinal()) {
            return new Progress(1, Duration.ZERO);
        }
        Trials trials = sweep.trials();
        double epochs = sweep.spec().trial().epochs();
        double running = trials.running().stream()
                .mapToDouble(number -> trials.get(number).learned().epoch() / epochs)
                .sum();
        int planned = Math.max(trials.size(), sweep.spec().budget().maxTrials());
        double fraction = Math.min(1, (trials.finished() + running) / planned);
        return new Progress(fraction, remaining(sweep, fraction, now));
    }

    private static @Nullable Duration remaining(Sweep sweep, double fraction, Instant now) {
        Instant started = sweep.startedAt();
        if (!sweep.isRunning() || started == null || fraction <= 0) {
            return null;
        }
        double passed = Duration.between(started, now).toMillis();
        return Duration.ofSeconds(Math.round(passed / fraction * (1 - fraction) / 1000));
    }

    private static TrialView.@Nullable FailureView failure(@Nullable Failure failure) {
        return failure == null
                ? null
                : new TrialView.FailureView(
                        failure.code().name(), failure.message(), failure.code().hint());
    }
}
