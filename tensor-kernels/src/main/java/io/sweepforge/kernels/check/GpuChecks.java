package io.sweepforge.kernels.check;

import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Problem;
import java.util.List;
import java.util.function.Consumer;

/**
 * The contract of a backend, and of trial arrays, on the device that they compute on.
 *
 * @param problems to agree with the reference on
 * @param steps of each agreement, from 1
 * @param others lanes beside the observed one
 * @param joins lanes that come and go
 */
public record GpuChecks(List<Problem> problems, int steps, int others, int joins) {
    private static final int ROWS = 400;

    /** What {@code scripts/check-gpu} runs. */
    public static GpuChecks full() {
        return new GpuChecks(Problem.list("network-problems.txt"), 200, 511, 1000);
    }

    /**
     * Compares a backend with the reference.
     *
     * @param listener told of each problem as soon as it is over
     */
    public void run(Backend backend, Consumer<CheckResult> listener) {
        for (Problem problem : problems) {
            String name = "%s: agrees with the reference: %s".formatted(backend.name(), problem);
            listener.accept(CheckResult.of(name, () -> Agreement.check(backend, problem, steps)));
        }
    }

    /**
     * Checks what arrays promise.
     *
     * @param name of what computes in them
     * @param arena that they take their memory from
     */
    public void run(String name, ArrayOpener arrays, Arena arena, Consumer<CheckResult> listener) {
        Dataset series = Series.ofRows(ROWS);
        LaneChecks lanes =
                new LaneChecks(() -> arrays.open(ModelFamilies.named("lstm-forecaster"), series), arena::usedBytes);
        listener.accept(CheckResult.of(
                "%s: a lane has the same bits alone and among %d others".formatted(name, others),
                () -> lanes.isTheSameAmong(others)));
        listener.accept(CheckResult.of(
                "%s: %d lanes that join and leave leave no byte".formatted(name, joins),
                () -> lanes.leavesNothingBehind(joins)));
    }
}
