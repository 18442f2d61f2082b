package io.sweepforge.search.scheduler.median;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.strategy.IntOption;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes schedulers that follow the median rule. */
public final class MedianFactory implements StrategyFactory<SchedulerSetup, Scheduler> {
    private static final IntOption STARTUP_TRIALS =
            new IntOption("startupTrials", 1, 5, "Trials that must have come as far before a trial can be stopped.");
    private static final IntOption MIN_EPOCHS =
            new IntOption("minEpochs", 1, 1, "Epochs that every trial trains before it is compared.");
    private static final IntOption INTERVAL = new IntOption(
            "interval", 1, 1, "Epochs between two comparisons. Raise it when trials have hundreds of epochs.");

    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "median",
                "Stops a trial whose best result is worse than the median of what the others averaged until the same"
                        + " epoch: gentle, and without assumptions about when curves can be compared.",
                List.of(STARTUP_TRIALS, MIN_EPOCHS, INTERVAL));
    }

    @Override
    public List<FieldError> refusals(SchedulerSetup setup) {
        int minEpochs = MIN_EPOCHS.read(setup.options());
        return setup.options().containsKey(MIN_EPOCHS.name()) && minEpochs >= setup.maxEpochs()
                ? List.of(new FieldError(
                        "scheduler.minEpochs",
                        "must be less than the %d epochs of a trial, was %d".formatted(setup.maxEpochs(), minEpochs)))
                : List.of();
    }

    @Override
    public Scheduler create(SchedulerSetup setup) {
        int interval = INTERVAL.read(setup.options());
        List<Integer> epochs = IntStream.iterate(
                        MIN_EPOCHS.read(setup.options()),
                        epoch -> epoch < setup.maxEpochs() && epoch > 0,
                        epoch -> epoch + interval)
                .boxed()
                .collect(Collectors.toUnmodifiableList());
        return new MedianScheduler(setup.objectives(), STARTUP_TRIALS.read(setup.options()), epochs, setup.maxEpochs());
    }
}
