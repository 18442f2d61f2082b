package io.sweepforge.kernels.family;

import io.sweepforge.kernels.data.DataShape;
import io.sweepforge.kernels.data.Dataset;
import java.util.List;
import java.util.Map;

/** A model family that this project's kernels train. */
public interface TrainableFamily extends ModelFamily {
    /** Why no trial of this family can train on data of this shape; empty when some can. */
    List<String> dataProblems(DataShape shape);

    /**
     * What to compute for one trial.
     *
     * @param epochs of the whole run, from 1; schedules end there
     * @throws IllegalArgumentException when {@link #problems} has any
     */
    TrainingPlan plan(Map<String, Object> parameters, int epochs, Dataset dataset);
}
