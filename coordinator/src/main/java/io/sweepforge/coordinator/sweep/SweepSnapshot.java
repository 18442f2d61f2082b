package io.sweepforge.coordinator.sweep;

import io.sweepforge.coordinator.api.SweepSpec;
import io.sweepforge.coordinator.api.SweepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as snapshots keep it: without what can be computed. Names here are for ever.
 *
 * @param improvement null in snapshots of earlier versions
 * @param earlier null as in {@link Sweep}, and in snapshots of earlier versions
 */
public record SweepSnapshot(
        String id,
        SweepSpec spec,
        SweepState state,
        List<Trial> trials,
        List<Judged> judged,
        @Nullable Improvement improvement,
        @Nullable List<EarlierTrial> earlier,
        boolean exhausted,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String reason) {
    static SweepSnapshot of(Sweep sweep) {
        return new SweepSnapshot(
                sweep.id(),
                sweep.spec(),
                sweep.state(),
                sweep.trials().all(),
                sweep.judgements().all(),
                sweep.improvement(),
                sweep.earlier(),
                sweep.exhausted(),
                sweep.createdAt(),
                sweep.startedAt(),
                sweep.finishedAt(),
                sweep.reason());
    }

    Optional<Sweep> toSweep() {
        return Optional.of(new Sweep(
                id,
                spec,
                state,
                Trials.of(Objectives.of(spec).get(0), trials),
                Judgements.of(judged),
                improvement == null ? Improvement.NONE : improvement,
                earlier == null && spec.warmStart() == null ? List.of() : earlier,
                exhausted,
                createdAt,
                startedAt,
                finishedAt,
                reason));
    }
}
