package io.sweepforge.kernels.array.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.gpu.LaneMachine.Layout;
import io.sweepforge.kernels.array.gpu.LaneMemory.Region;
import io.sweepforge.kernels.array.gpu.ReportRing.Report;
import io.sweepforge.kernels.array.gpu.ReportRing.Status;
import io.sweepforge.kernels.family.ExampleArrays;
import io.sweepforge.kernels.family.ExamplePositions;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.OptimizerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How lanes take turns, stand and report, on lanes that learn y = w x + b from 100 examples one by one. */
class LaneMachineTest {
    private static final int EXAMPLES = 100;
    private static final int QUANTUM = 2;
    private static final Layout LAYOUT = new Layout(3, 32, QUANTUM, 0, Precision.FLOAT32);

    private final EmulatedGpu gpu = EmulatedGpu.open(1 << 20, ThreadOrder.SEEDED);
    private final Arena arena = new Arena(gpu.allocate(1 << 19));
    private final Transfers transfers = new Transfers(gpu);
    private final LaneMachine machine = new LaneMachine(gpu, arena, LAYOUT, transfers);
    private final ResidentExamples examples = new ResidentExamples(
            new ExampleArrays(new float[EXAMPLES], new float[EXAMPLES], new int[0]), arena, transfers);
    private final List<LaneMemory> lanes = new ArrayList<>();

    private int join() {
        NetworkSpec line = new NetworkSpec(List.of(1), List.of(new LayerSpec.Dense(1)), Loss.MEAN_SQUARED_ERROR);
        LaneTask task = new LaneTask(line, 1, EXAMPLES, new ExamplePositions(1, 1, false, Map.of()), Map.of());
        LaneMemory memory = new LaneMemory(task, LAYOUT, arena);
        transfers.upload(memory.layers().bytes(), memory.address(Region.LAYERS));
        for (Region region : List.of(Region.WEIGHTS, Region.FIRST, Region.SECOND)) {
            transfers.upload(new float[line.parameterCount()], memory.address(region));
        }
        transfers.upload(IntStream.range(0, EXAMPLES).toArray(), memory.address(Region.ORDER));
        transfers.upload(new float[EXAMPLES], memory.address(Region.RATES));
        int slot = machine.takeSlot().orElseThrow();
        machine.describe(
                slot,
                memory.layers().kernel(),
                memory.descriptor(task, examples, OptimizerSpec.of(OptimizerSpec.Kind.SGD), 1));
        lanes.add(memory);
        return slot;
    }

    private void begin(int slot, int steps) {
        machine.setProgress(slot, new Progress(0, 0, 0, 0), steps);
    }

    private List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        for (var report = machine.poll(); report.isPresent(); report = machine.poll()) {
            reports.add(report.get());
        }
        return reports;
    }

    @AfterEach
    void giveEverythingBack() {
        lanes.forEach(LaneMemory::close);
        examples.close();
        machine.close();
        transfers.close();
        assertThat(arena.usedBytes()).isZero();
        arena.close();
        gpu.close();
    }

    /** Turns of two steps: lane 1 ends in its first, lane 2 in its second, lane 0 in its third. */
    @Test
    void lanesTakeTurnsInTheOrderInWhichTheyCame() {
        List<Integer> slots = List.of(join(), join(), join());
        begin(0, 5);
        begin(1, 1);
        begin(2, 3);
        machine.run(slots);

        List<Report> reports = reports();
        assertThat(reports).extracting(Report::slot).containsExactly(1, 2, 0);
        assertThat(reports).extracting(report -> report.progress().step()).containsExactly(1L, 3L, 5L);
        assertThat(reports).extracting(Report::status).containsOnly(Status.STANDS);
    }

    @Test
    void aLaneToldToStopDoesNoMoreStepAndItsNeighboursDo() {
        List<Integer> slots = List.of(join(), join());
        begin(0, 7);
        begin(1, 7);
        machine.setStop(0, true);
        machine.run(slots);
        assertThat(reports()).extracting(report -> report.progress().step()).containsExactly(0L, 7L);

        machine.setStop(0, false);
        machine.run(List.of(0));
        assertThat(reports()).extracting(report -> report.progress().step()).containsExactly(7L);
    }

    @Test
    void aLaneReportsTheEndOfItsEpochAndTheRingGoesAround() {
        int slot = join();
        for (int epoch = 0; epoch < 8; epoch++) {
            begin(slot, Integer.MAX_VALUE);
            machine.run(List.of(slot));
            assertThat(reports())
                    .containsExactly(new Report(slot, Status.EPOCH, new Progress(EXAMPLES, 0, EXAMPLES, 0)));
        }
    }

    @Test
    void thereAreAsManySlotsAsWereAskedFor() {
        List<Integer> slots = List.of(join(), join(), join());
        assertThat(slots).containsExactly(0, 1, 2);
        assertThat(machine.takeSlot()).isEmpty();
        machine.giveSlotBack(1);
        assertThat(machine.takeSlot()).contains(1);
    }
}
