package io.sweepforge.kernels.check;

import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.TrialArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What trial arrays on a device promise. */
final class LaneChecks {
    private static final List<String> OPTIMIZERS = List.of("adam", "sgd", "rmsprop");
    private static final String OBSERVED = "observed";

    private final Supplier<TrialArray> arrays;
    private final LongSupplier bytesTaken;

    /**
     * What is checked.
     *
     * @param arrays opens one for a forecaster
     * @param bytesTaken of the device's memory now
     */
    LaneChecks(Supplier<TrialArray> arrays, LongSupplier bytesTaken) {
        this.arrays = arrays;
        this.bytesTaken = bytesTaken;
    }

    /** A lane ends with the same bits alone and among others of other shapes. */
    Optional<String> isTheSameAmong(int others) {
        byte[] alone = train(0);
        byte[] among = train(others);
        int first = Arrays.mismatch(alone, among);
        return first < 0
                ? Optional.empty()
                : Optional.of("the lane's state differs among %d others from byte %d on".formatted(others, first));
    }

    /** Lanes that come and go leave no byte behind. */
    Optional<String> leavesNothingBehind(int times) {
        long before = bytesTaken.getAsLong();
        try (TrialArray array = arrays.get()) {
            for (int i = 0; i < times; i++) {
                add(array, "lane-" + i, i);
                if (i % 2 == 1) {
                    array.remove("lane-" + (i - 1));
                    array.remove("lane-" + i);
                }
            }
        }
        long left = bytesTaken.getAsLong() - before;
        return left == 0
                ? Optional.empty()
                : Optional.of("%d lanes left %d bytes of device memory behind".formatted(times, left));
    }

    /** The observed lane's last checkpoint. */
    private byte[] train(int others) {
        try (TrialArray array = arrays.get()) {
            for (int i = 1; i <= others; i++) {
                add(array, "other-" + i, i);
            }
            add(array, OBSERVED, 0);
            while (true) {
                for (LaneReport report : array.poll()) {
                    if (report.lane().equals(OBSERVED) && !(report instanceof LaneReport.EpochFinished)) {
                        return checkpoint(report);
                    }
                }
            }
        }
    }

    private static byte[] checkpoint(LaneReport report) {
        if (report instanceof LaneReport.Finished finished) {
            return finished.checkpoint();
        }
        throw new IllegalStateException("the lane did not finish: " + report);
    }

    private static void add(TrialArray array, String lane, int number) {
        add(array, lane, number, 2);
    }

    /** A forecaster whose shape and optimizer follow from its number. */
    static void add(TrialArray array, String lane, int number, int epochs) {
        Map<String, Object> parameters = Map.of(
                "window",
                12 + number % 5,
                "horizon",
                3,
                "hidden",
                8 + 7 * (number % 6),
                "batchSize",
                16 + number % 17,
                "dropout",
                0.1 * (number % 3),
                "optimizer",
                OPTIMIZERS.get(number % OPTIMIZERS.size()));
        try {
            array.add(lane, new LaneSpec(parameters, epochs, number));
        } catch (LaneRefusedException e) {
            throw new IllegalStateException("a lane was refused: " + e.getMessage());
        }
    }
}
