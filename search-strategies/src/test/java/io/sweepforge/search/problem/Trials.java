package io.sweepforge.search.problem;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.FinishedTrial.Outcome;
import io.sweepforge.search.space.Configuration;
import java.util.List;

/** Trials as tests need them. */
public final class Trials {
    private Trials() {}

    public static FinishedTrial completed(int number, Configuration configuration, double loss) {
        return finished(number, configuration, Outcome.COMPLETED, loss);
    }

    public static FinishedTrial finished(int number, Configuration configuration, Outcome outcome, double loss) {
        return new FinishedTrial(number, configuration, outcome, List.of(loss), 10);
    }
}
