package io.sweepforge.search.scheduler.population;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.space.FloatDomain;
import io.sweepforge.search.strategy.IntOption;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.ArrayList;
import java.util.List;

/** Makes schedulers that train a population. */
public final class PbtFactory implements StrategyFactory<SchedulerSetup, Scheduler> {
    private static final IntOption POPULATION = new IntOption(
            "population",
            4,
            12,
            "Trials that train side by side; only these are proposed by the sampler. Each copy is one more trial of the"
                    + " budget.");
    private static final IntOption INTERVAL =
            new IntOption("interval", 1, 2, "Epochs between two comparisons, and so between two changes of a trial.");

    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "pbt",
                "Population based training: every few epochs the worst quarter is replaced by copies of the best"
                        + " quarter, which go on from their weights with slightly changed floats, so that learning rate"
                        + " and the like change during training.",
                List.of(POPULATION, INTERVAL));
    }

    @Override
    public List<FieldError> refusals(SchedulerSetup setup) {
        List<FieldError> refusals = new ArrayList<>();
        int population = POPULATION.read(setup.options());
        int interval = INTERVAL.read(setup.options());
        if (interval >= setup.maxEpochs()) {
            refusals.add(new FieldError(
                    "scheduler.interval",
                    "must be less than the %d epochs of a trial, was %d".formatted(setup.maxEpochs(), interval)));
        }
        if (population >= setup.plannedTrials()) {
            refusals.add(new FieldError(
                    "scheduler.population",
                    "must leave room for copies among the %d trials of the budget, was %d"
                            .formatted(setup.plannedTrials(), population)));
        }
        if (setup.space().parameters().stream().noneMatch(parameter -> parameter.domain() instanceof FloatDomain)) {
            refusals.add(new FieldError(
                    "scheduler.kind",
                    "pbt changes floats while trials train, and the space has none; add one or choose \"asha\""));
        }
        return refusals;
    }

    @Override
    public Scheduler create(SchedulerSetup setup) {
        return new PbtScheduler(setup, POPULATION.read(setup.options()), INTERVAL.read(setup.options()));
    }
}
