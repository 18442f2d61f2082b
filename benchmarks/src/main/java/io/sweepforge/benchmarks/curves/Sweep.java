package io.sweepforge.benchmarks.curves;

import io.sweepforge.search.catalog.Samplers;
import io.sweepforge.search.catalog.Schedulers;
import io.sweepforge.search.sampler.ActiveTrial;
import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.sampler.Sampler;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.sampler.Suggestion;
import io.sweepforge.search.scheduler.Decision;
import io.sweepforge.search.scheduler.Observation;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sweep over learning curves, as the coordinator would run it: every lane trains one epoch at a time, all at the same
 * pace; a trial that gives its lane away makes room for a promoted one or for a new suggestion.
 */
final class Sweep {
    private final Curves curves;
    private final Sampler sampler;
    private final Scheduler scheduler;
    private final int maxTrials;
    private final @Nullable RacingTrial[] lanes;
    private final TreeMap<Integer, RacingTrial> paused = new TreeMap<>();
    private final List<Improvement> improvements = new ArrayList<>();
    private double best = Double.POSITIVE_INFINITY;
    private int trials;
    private int epochs;

    Sweep(Curves curves, Contender contender, long seed, int maxTrials, int workers) {
        CurveStudy study = curves.study();
        this.curves = curves;
        this.maxTrials = maxTrials;
        this.lanes = new RacingTrial[workers];
        this.sampler = Samplers.create(
                contender.sampler(),
                new SamplerSetup(study.space(), List.of(study.objective()), seed, Map.of(), maxTrials, study.epochs()));
        this.scheduler = Schedulers.create(
                contender.scheduler(),
                new SchedulerSetup(
                        study.space(),
                        List.of(study.objective()),
                        seed,
                        contender.options(),
                        maxTrials,
                        study.epochs()));
    }

    /** Runs until every trial has ended or waits for good, or so many epochs were trained. */
    SweepResult run(int maxEpochs) {
        while (epochs < maxEpochs && fillLanes()) {
            for (int lane = 0; lane < lanes.length; lane++) {
                RacingTrial trial = lanes[lane];
                if (trial != null) {
                    lanes[lane] = train(trial);
                }
            }
        }
        Stream.concat(Stream.of(lanes), paused.values().stream())
                .flatMap(Stream::ofNullable)
                .forEach(RacingTrial::close);
        return new SweepResult(epochs, trials, best, List.copyOf(improvements));
    }

    /** Whether any lane has work. */
    private boolean fillLanes() {
        boolean busy = false;
        for (int lane = 0; lane < lanes.length; lane++) {
            if (lanes[lane] == null && trials < maxTrials) {
                lanes[lane] = suggested().orElse(null);
            }
            busy |= lanes[lane] != null;
        }
        return busy;
    }

    private Optional<RacingTrial> suggested() {
        sampler.update(List.of(), active());
        Optional<Suggestion> suggestion = sampler.suggest(trials);
        return suggestion
                .map(Suggestion::configuration)
                .map(configuration -> new RacingTrial(trials++, configuration, curves.begin(configuration)));
    }

    private List<ActiveTrial> active() {
        return Stream.concat(Stream.of(lanes), paused.values().stream())
                .flatMap(Stream::ofNullable)
                .map(RacingTrial::active)
                .collect(Collectors.toList());
    }

    /** One epoch; answers who has the lane afterwards. */
    private @Nullable RacingTrial train(RacingTrial trial) {
        double loss = trial.advance();
        epochs++;
        if (loss < best) {
            best = loss;
            improvements.add(new Improvement(epochs, loss));
        }
        if (trial.epoch() == curves.study().epochs() || Double.isNaN(loss)) {
            return finish(trial, Outcome.COMPLETED);
        }
        return scheduler.rungs().contains(trial.epoch()) ? judge(trial, loss) : trial;
    }

    private @Nullable RacingTrial judge(RacingTrial trial, double loss) {
        trial.compare();
        Observation observation = new Observation(trial.number(), trial.epoch(), List.of(loss));
        Decision decision = scheduler.decide(observation);
        scheduler.record(observation, decision);
        if (decision instanceof Decision.Stop) {
            return finish(trial, Outcome.PRUNED);
        }
        if (decision instanceof Decision.Pause) {
            paused.put(trial.number(), trial);
            return null;
        }
        return decision instanceof Decision.Promote promote ? promote(trial, promote.number()) : trial;
    }

    private @Nullable RacingTrial promote(RacingTrial reporter, int promoted) {
        if (promoted == reporter.number()) {
            return reporter;
        }
        paused.put(reporter.number(), reporter);
        return paused.remove(promoted);
    }

    private @Nullable RacingTrial finish(RacingTrial trial, Outcome outcome) {
        trial.close();
        FinishedTrial finished = trial.finished(outcome);
        sampler.update(
                List.of(finished),
                active().stream()
                        .filter(active -> active.number() != trial.number())
                        .collect(Collectors.toList()));
        return null;
    }
}
