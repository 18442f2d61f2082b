package io.sweepforge.benchmarks.gpu;

import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.family.TrainingPlan;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What all lanes of an array do together in a second. Evaluations at the end of each epoch take their time and are not
 * counted.
 *
 * @param steps training steps
 * @param gigaflops of them; 0 where they are not counted
 */
record LaneRate(double steps, double gigaflops) {
    /** More than any measurement comes to. */
    private static final int EPOCHS = 1_000_000;

    private record Epoch(int steps, double gigaflops) {}

    /**
     * Measures, once every lane has done an epoch.
     *
     * @param lanes at once, from 1
     * @throws LaneRefusedException when not all of them find room
     */
    static LaneRate of(ArrayOpener arrays, GpuWorkload workload, int lanes, Duration duration)
            throws LaneRefusedException {
        TrainableFamily family = ModelFamilies.named(workload.family());
        Dataset data = workload.data().get();
        Map<String, Epoch> epochs = new HashMap<>();
        try (TrialArray array = arrays.open(family, data)) {
            for (int number = 0; number < lanes; number++) {
                GpuWorkload.Lane lane = workload.lanes().apply(number);
                array.add("lane-" + number, new LaneSpec(lane.parameters(), EPOCHS, number));
                epochs.put("lane-" + number, epoch(family.plan(lane.parameters(), EPOCHS, data), lane));
            }
            awaitAll(array, new HashSet<>(epochs.keySet()));
            return count(array, epochs, duration);
        }
    }

    private static Epoch epoch(TrainingPlan plan, GpuWorkload.Lane lane) {
        int examples = plan.examples().count(Split.TRAINING);
        int steps = (examples + plan.batchSize() - 1) / plan.batchSize();
        return new Epoch(steps, steps * lane.gigaflops());
    }

    private static void awaitAll(TrialArray array, Set<String> waiting) {
        while (!waiting.isEmpty()) {
            array.poll().forEach(report -> waiting.remove(finished(report)));
        }
    }

    private static LaneRate count(TrialArray array, Map<String, Epoch> epochs, Duration duration) {
        double steps = 0;
        double gigaflops = 0;
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < duration.toNanos()) {
            for (LaneReport report : array.poll()) {
                Epoch epoch = Objects.requireNonNull(epochs.get(finished(report)), "a lane of this array");
                steps += epoch.steps();
                gigaflops += epoch.gigaflops();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new LaneRate(steps / seconds, gigaflops / seconds);
    }

    /** The lane that has finished an epoch. */
    private static String finished(LaneReport report) {
        if (report instanceof LaneReport.EpochFinished epoch) {
            return epoch.lane();
        }
        throw new IllegalStateException("a lane that trains made-up data should go on for ever, but: " + report);
    }
}
