package io.sweepforge.kernels.check;

import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.family.ModelFamilies;
import java.time.Duration;
import java.util.Arrays;

/** How soon a lane that is told to stop has left its place to the next one, while others train. */
public final class StopTime {
    private static final int ROWS = 2000;
    /** More than any lane trains while this is measured. */
    private static final int EPOCHS = 1_000_000;

    private StopTime() {}

    /**
     * Measures.
     *
     * @param others lanes that train meanwhile
     * @param times that a lane is stopped in the middle of an epoch, from 1
     * @return the median
     */
    public static Duration median(ArrayOpener arrays, int others, int times) {
        try (TrialArray array = arrays.open(ModelFamilies.named("lstm-forecaster"), Series.ofRows(ROWS))) {
            for (int i = 1; i <= others; i++) {
                LaneChecks.add(array, "other-" + i, i, EPOCHS);
            }
            long[] nanos = new long[times];
            for (int i = 0; i < times; i++) {
                LaneChecks.add(array, "stopped", i, EPOCHS);
                array.poll();
                long begin = System.nanoTime();
                array.remove("stopped");
                nanos[i] = System.nanoTime() - begin;
            }
            Arrays.sort(nanos);
            return Duration.ofNanos(nanos[times / 2]);
        }
    }
}
