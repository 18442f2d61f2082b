package io.sweepforge.search.problem;

import io.sweepforge.search.sampler.FinishedTrial;
import io.sweepforge.search.sampler.SamplerSetup;
import io.sweepforge.search.space.Configuration;
import java.util.List;

/** Something to search whose best result is known. */
public interface Task {
    String name();

    /** What a sampler is made for that has a budget of the given number of trials. */
    SamplerSetup setup(long seed, int trials);

    /** Runs a trial. What is random about the outcome depends on the seed and the number only. */
    FinishedTrial evaluate(long seed, int number, Configuration configuration);

    /** How far from the best possible the search was after each of the trials in the order given; 0 is the best. */
    double[] regrets(List<FinishedTrial> trials);
}
