package io.sweepforge.search.scheduler.halving;

import io.sweepforge.search.FieldError;
import io.sweepforge.search.scheduler.SchedulerSetup;
import io.sweepforge.search.scheduler.halving.AshaScheduler.Mode;
import io.sweepforge.search.strategy.ChoiceOption;
import io.sweepforge.search.strategy.IntOption;
import io.sweepforge.search.strategy.OptionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What users can say about successive halving, with or without brackets. */
record HalvingOptions(int factor, int minEpochs, Mode mode, int maxEpochs) {
    private static final IntOption REDUCTION_FACTOR = new IntOption(
            "reductionFactor",
            2,
            3,
            "One in this many trials goes on at each rung, rounded up, and each rung is this many times later than the"
                    + " one before. Larger saves more and errs more.");
    private static final IntOption MIN_EPOCHS = new IntOption(
            "minEpochs",
            1,
            1,
            "Epochs that every trial trains before it is compared: the first rung. Raise it when good trials begin"
                    + " slowly.");
    private static final ChoiceOption MODE = new ChoiceOption(
            "mode",
            List.of("stopping", "promotion"),
            "promotion",
            "What happens to a trial that is not among the best of its rung: with promotion it pauses, and goes on from"
                    + " its checkpoint when it has become one of the best and there is a place for it; with stopping it"
                    + " ends for good, which needs no checkpoints and loses more good trials.");

    static final List<OptionDescription> DESCRIPTIONS = List.of(REDUCTION_FACTOR, MIN_EPOCHS, MODE);

    static HalvingOptions of(SchedulerSetup setup) {
        return new HalvingOptions(
                REDUCTION_FACTOR.read(setup.options()),
                MIN_EPOCHS.read(setup.options()),
                Mode.valueOf(MODE.read(setup.options()).toUpperCase(Locale.ROOT)),
                setup.maxEpochs());
    }

    static List<FieldError> refusals(SchedulerSetup setup) {
        int minEpochs = MIN_EPOCHS.read(setup.options());
        return setup.options().containsKey(MIN_EPOCHS.name()) && minEpochs >= setup.maxEpochs()
                ? List.of(new FieldError(
                        "scheduler.minEpochs",
                        "must be less than the %d epochs of a trial, was %d".formatted(setup.maxEpochs(), minEpochs)))
                : List.of();
    }

    /** Never the last epoch: there is nothing left to save there. */
    List<Integer> rungs() {
        List<Integer> rungs = new ArrayList<>();
        for (long epoch = minEpochs; epoch < maxEpochs; epoch *= factor) {
            rungs.add((int) epoch);
        }
        return rungs;
    }

    AshaScheduler.Rule rule(String where) {
        return new AshaScheduler.Rule(mode, factor, maxEpochs, where);
    }
}
