package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.scheduler.Scheduler;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.scheduler.halving.AshaScheduler.Mode;
import io.sweepforge.search.strategy.ChoiceOption;
import io.sweepforge.search.strategy.IntOption;
import io.sweepforge.search.strategy.StrategyDescription;
import io.sweepforge.search.strategy.StrategyFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes ASHA schedulers. */
public final class AshaFactory implements StrategyFactory<SchedulerSetup, Scheduler> {
    private static final IntOption REDUCTION_FACTOR =
            new IntOption("reductionFactor", 2, 3, "One in this many trials goes on at each rung, rounded up.");
    private static final IntOption MIN_EPOCHS =
            new IntOption("minEpochs", 1, 1, "Epochs that every trial trains before it is compared.");
    private static final ChoiceOption MODE = new ChoiceOption(
            "mode",
            List.of("stopping", "promotion"),
            "stopping",
            "What happens to a trial that is not among the best of its rung: it is stopped for good, or it waits and is"
                    + " promoted once it is among the best.");

    @Override
    public StrategyDescription description() {
        return new StrategyDescription(
                "asha",
                "Compares trials at epochs that grow geometrically; only the best of each go on.",
                List.of(REDUCTION_FACTOR, MIN_EPOCHS, MODE));
    }

    @Override
    public List<FieldError> refusals(SchedulerSetup setup) {
        List<FieldError> refusals = new ArrayList<>();
        int minEpochs = MIN_EPOCHS.read(setup.options());
        if (setup.options().containsKey(MIN_EPOCHS.name()) && minEpochs >= setup.maxEpochs()) {
            refusals.add(new FieldError(
                    "scheduler.minEpochs",
                    "must be less than the %d epochs of a trial, was %d".formatted(setup.maxEpochs(), minEpochs)));
        }
        if (setup.objectives().size() > 1) {
            refusals.add(new FieldError(
                    "scheduler.kind",
                    "asha compares trials by one objective, the sweep has %d; choose \"none\""
                            .formatted(setup.objectives().size())));
        }
        return refusals;
    }

    @Override
    public Scheduler create(SchedulerSetup setup) {
        int factor = REDUCTION_FACTOR.read(setup.options());
        List<Integer> rungs = rungs(MIN_EPOCHS.read(setup.options()), factor, setup.maxEpochs());
        Mode mode = Mode.valueOf(MODE.read(setup.options()).toUpperCase(Locale.ROOT));
        return new AshaScheduler(setup.objectives().get(0), mode, factor, rungs, setup.maxEpochs());
    }

    /** Never the last epoch: there is nothing left to save there. */
    private static List<Integer> rungs(int minEpochs, int factor, int maxEpochs) {
        List<Integer> rungs = new ArrayList<>();
        for (long epoch = minEpochs; epoch < maxEpochs; epoch *= factor) {
            rungs.add((int) epoch);
        }
        return rungs;
    }
}
