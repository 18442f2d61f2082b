package io.sweepforge.kernels.array.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.sweepforge.kernels.array.CheckpointFormat;
import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneReport.EpochFinished;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.Screening;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.SampleData;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import io.sweepforge.kernels.nn.Backends;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a GPU's trial array promises beside the contract of all of them. */
class GpuTrialArrayTest {
    private static final long ARENA_BYTES = 64L << 20;
    private static final Dataset BARS = SampleData.bars(60);
    private static final TrainableFamily CONV = ModelFamilies.named("conv-classifier");
    private static final Map<String, Object> TINY =
            Map.of("filters", 1, "denseUnits", 0, "convLayers", 1, "batchSize", 16, "dropout", 0);

    private final EmulatedGpu gpu = EmulatedGpu.open();
    private final Arena arena = new Arena(gpu.allocate(ARENA_BYTES));

    private TrialArray open(TrainableFamily family, Dataset dataset, int slots) {
        return open(family, dataset, slots, Precision.FLOAT32);
    }

    private TrialArray open(TrainableFamily family, Dataset dataset, int slots, Precision precision) {
        LaneMachine.Layout layout = new LaneMachine.Layout(slots, 32, 3, 4096, precision);
        SharedExamples examples = new SharedExamples(gpu, arena);
        return new GpuTrialArray(gpu, arena, new Screening(family, dataset), examples, layout, Integer.MAX_VALUE);
    }

    /** Data, order, dropout, schedule and scores are the same, so the metrics differ by rounding only. */
    @ParameterizedTest
    @CsvSource({
        "conv-classifier, filters",
        "lstm-classifier, hidden",
        "lstm-forecaster, hidden",
    })
    void reportsTheMetricsThatTheReferenceReports(String name, String size) throws LaneRefusedException {
        TrainableFamily family = ModelFamilies.named(name);
        Dataset dataset = name.equals("lstm-forecaster") ? SampleData.wave(120) : BARS;
        LaneSpec spec = new LaneSpec(Map.of(size, 5, "dropout", 0.3, "batchSize", 13, "schedule", "cosine"), 2, 7);
        try (Cores cores = new Cores(1);
                TrialArray expected = TrialArrays.open(Backends.named("reference"), family, dataset, 1L << 30, cores);
                TrialArray array = open(family, dataset, 2)) {
            expected.add("a", spec);
            array.add("a", spec);
            List<Map<String, Double>> metrics = metrics(drain(array));
            List<Map<String, Double>> references = metrics(drain(expected));

            assertThat(metrics).hasSize(2);
            for (int epoch = 0; epoch < 2; epoch++) {
                for (Map.Entry<String, Double> metric : references.get(epoch).entrySet()) {
                    assertThat(metrics.get(epoch).get(metric.getKey()))
                            .as("%s of epoch %d", metric.getKey(), epoch + 1)
                            .isCloseTo(metric.getValue(), within(1e-4 * Math.max(1, Math.abs(metric.getValue()))));
                }
            }
        }
    }

    @Test
    void aThousandJoinsAndLeavesLeaveNothingBehind() throws LaneRefusedException {
        try (TrialArray array = open(CONV, BARS, 4)) {
            array.add("first", new LaneSpec(TINY, 1, 1));
            drain(array);
            long before = arena.usedBytes();
            for (int i = 0; i < 1000; i++) {
                array.add("lane" + i, new LaneSpec(TINY, 1, i));
                if (i % 100 == 0) {
                    array.poll();
                }
                if (i >= 3) {
                    array.remove("lane" + (i - 3));
                }
            }
            assertThat(array.size()).isEqualTo(3);
            for (int i = 997; i < 1000; i++) {
                array.remove("lane" + i);
            }
            assertThat(arena.usedBytes()).isEqualTo(before);
        }
        assertThat(arena.usedBytes()).isZero();
    }

    @Test
    void refusesCheckpointsOfTheOtherPrecisionWhereItMatters() throws LaneRefusedException {
        TrainableFamily lstm = ModelFamilies.named("lstm-classifier");
        LaneSpec rounds = new LaneSpec(Map.of("hidden", 5, "batchSize", 13), 1, 7);
        LaneSpec doesNot = new LaneSpec(TINY, 1, 7);
        try (TrialArray single = open(lstm, BARS, 2);
                TrialArray rounded = open(lstm, BARS, 2, Precision.BFLOAT16);
                TrialArray images = open(CONV, BARS, 2);
                TrialArray others = open(CONV, BARS, 2, Precision.BFLOAT16)) {
            single.add("a", rounds);
            images.add("a", doesNot);
            others.restore("a", doesNot, images.checkpoint("a"));

            assertThatExceptionOfType(LaneRefusedException.class)
                    .isThrownBy(() -> rounded.restore("a", rounds, single.checkpoint("a")))
                    .withMessageContaining("it is of another backend, precision or version")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(LaneRefusedException.Cause.BAD_CHECKPOINT));
        }
    }

    @Test
    void refusesALaneWhenAllPlacesAreTaken() throws LaneRefusedException {
        try (TrialArray array = open(CONV, BARS, 1)) {
            array.add("a", new LaneSpec(TINY, 1, 1));
            long used = arena.usedBytes();
            assertThatExceptionOfType(LaneRefusedException.class)
                    .isThrownBy(() -> array.add("b", new LaneSpec(TINY, 1, 2)))
                    .withMessage("lane b finds all 1 places of the array taken");
            assertThat(arena.usedBytes()).isEqualTo(used);
        }
    }

    @Test
    void aLaneWhoseWeightsAreNoLongerNumbersLeavesAsDiverged() throws LaneRefusedException {
        LaneSpec spec = new LaneSpec(TINY, 2, 3);
        try (TrialArray array = open(CONV, BARS, 4)) {
            array.add("a", spec);
            byte[] broken = withoutNumbers(spec, array.checkpoint("a"));
            array.remove("a");
            array.restore("a", spec, broken);

            assertThat(drain(array))
                    .containsExactly(new LaneReport.Diverged(
                            "a",
                            1,
                            "the training loss is no longer a finite number after step 1 in epoch 1; a smaller"
                                    + " learningRate or a clipNorm may help"));
        }
    }

    @Test
    void anArrayWithoutRoomForItselfTakesNothing() {
        EmulatedGpu small = EmulatedGpu.open(1 << 12, ThreadOrder.ASCENDING);
        Arena narrow = new Arena(small.allocate(1 << 12));

        assertThatExceptionOfType(GpuException.class)
                .isThrownBy(() -> GpuTrialArray.open(small, narrow, Precision.FLOAT32, CONV, BARS))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(GpuException.Kind.OUT_OF_MEMORY));
        narrow.close();
        small.close();
    }

    private static byte[] withoutNumbers(LaneSpec spec, byte[] checkpoint) throws LaneRefusedException {
        Screening screening = new Screening(CONV, BARS);
        CheckpointFormat format = screening.checkpoints(screening.plan(spec), spec);
        ByteBuffer payload = format.unwrap(checkpoint);
        byte[] state = new byte[payload.remaining()];
        payload.get(state);
        ByteBuffer.wrap(state).putFloat(24 + 16, Float.NaN);
        return format.wrap(state);
    }

    @Test
    void aGpuThatBreaksFailsAllLanes() throws LaneRefusedException {
        try (TrialArray array = open(CONV, BARS, 4)) {
            array.add("a", new LaneSpec(TINY, 2, 1));
            array.add("b", new LaneSpec(TINY, 2, 2));
            array.poll();
            gpu.breakDown("the device fell off the bus");

            assertThat(array.poll())
                    .extracting(LaneReport::lane, Object::getClass)
                    .containsExactly(tuple("a", LaneReport.Failed.class), tuple("b", LaneReport.Failed.class));
            assertThat(array.size()).isZero();
        }
    }

    private static List<LaneReport> drain(TrialArray array) {
        List<LaneReport> reports = new ArrayList<>();
        while (array.size() > 0) {
            reports.addAll(array.poll());
        }
        return reports;
    }

    private static List<Map<String, Double>> metrics(List<LaneReport> reports) {
        return reports.stream()
                .filter(EpochFinished.class::isInstance)
                .map(report -> ((EpochFinished) report).metrics())
                .toList();
    }
}
