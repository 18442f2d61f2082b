package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.search.Values;
import java.util.Locale;
import java.util.Optional;

/** What an operator wants to read about sweeps, each in a sentence; nothing about single trials. */
final class SweepNews {
    private static final int DIGITS = 5;

    private SweepNews() {}

    /** @param sweep as the event left it */
    static Optional<String> of(Sweep sweep, SweepEvent event) {
        return said(sweep, event)
                .map(what ->
                        "Sweep %s (%s) %s".formatted(sweep.id(), sweep.spec().name(), what));
    }

    private static Optional<String> said(Sweep sweep, SweepEvent event) {
        if (event instanceof SweepEvent.SweepCreated) {
            return Optional.of(created(sweep.spec()));
        }
        if (event instanceof SweepEvent.SweepPaused paused) {
            return Optional.of("is paused: " + paused.reason());
        }
        if (event instanceof SweepEvent.SweepResumed) {
            return Optional.of("is resumed");
        }
        if (event instanceof SweepEvent.SweepEnded ended) {
            return Optional.of("%s: %s %s"
                    .formatted(ended.state().name().toLowerCase(Locale.ROOT), ended.stopReason(), best(sweep)));
        }
        return Optional.empty();
    }

    private static String created(SweepSpec spec) {
        return "begins: up to %d trials of %s on %s, sampler %s, scheduler %s"
                .formatted(
                        spec.budget().maxTrials(),
                        spec.trial().family(),
                        spec.trial().dataset(),
                        spec.sampler().kind(),
                        spec.scheduler().kind());
    }

    private static String best(Sweep sweep) {
        return sweep.trials()
                .best()
                .flatMap(trial -> Optional.ofNullable(trial.learned().best())
                        .map(best -> "Best is trial %d: %s %s"
                                .formatted(
                                        trial.number(),
                                        sweep.objectives().get(0).metric(),
                                        Values.brief(best.values().get(0), DIGITS))))
                .orElse("No trial has a result");
    }
}
