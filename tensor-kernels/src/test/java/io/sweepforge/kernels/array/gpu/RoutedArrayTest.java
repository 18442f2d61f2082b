package io.sweepforge.kernels.array.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.LaneRefusedException;
import io.sweepforge.kernels.array.LaneReport;
import io.sweepforge.kernels.array.LaneSpec;
import io.sweepforge.kernels.array.Screening;
import io.sweepforge.kernels.array.TrialArray;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.SampleData;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.cudnn.CudnnBackend;
import io.sweepforge.kernels.nn.cudnn.TestDnns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutedArrayTest {
    private static final Dataset WAVE = SampleData.wave(120);
    private static final TrainableFamily FORECASTER = ModelFamilies.named("lstm-forecaster");
    /** Where an LSTM of four hidden units has room, and none of five. */
    private static final OnChip FOUR = new OnChip(16 * 4 * 4);

    private static final OnChip NONE = new OnChip(0);

    private final EmulatedGpu gpu = EmulatedGpu.open();
    private final Arena arena = new Arena(gpu.allocate(64L << 20));
    private final Cores threads = new Cores(2);
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void everythingIsGivenBack() {
        assertThat(arena.usedBytes()).isZero();
        threads.close();
        arena.close();
        gpu.close();
    }

    private static LaneSpec hidden(int units) {
        return new LaneSpec(Map.of("hidden", units, "window", 6, "horizon", 2, "batchSize", 16), 2, units);
    }

    private TrialArray fused(SharedExamples examples) {
        LaneMachine.Layout layout = new LaneMachine.Layout(4, 32, 3, 4096, Precision.FLOAT32);
        return new GpuTrialArray(gpu, arena, new Screening(FORECASTER, WAVE), examples, layout, Integer.MAX_VALUE);
    }

    private TrialArray cudnn(SharedExamples examples) {
        CudnnBackend backend = new CudnnBackend(gpu, arena, TestDnns.on(gpu));
        return TrialArrays.open(new ResidentFeeds(backend, examples), FORECASTER, WAVE, Long.MAX_VALUE, threads);
    }

    private SharedExamples examples() {
        return new SharedExamples(gpu, arena);
    }

    private TrialArray routed(OnChip chip) {
        SharedExamples examples = examples();
        return new RoutedArray(new Screening(FORECASTER, WAVE), chip, fused(examples), cudnn(examples), log::add);
    }

    private static List<LaneReport> train(TrialArray opened, LaneSpec... specs) throws LaneRefusedException {
        try (TrialArray array = opened) {
            for (LaneSpec spec : specs) {
                array.add("lane" + spec.seed(), spec);
            }
            List<LaneReport> reports = new ArrayList<>();
            while (array.size() > 0) {
                reports.addAll(array.poll());
            }
            return reports;
        }
    }

    private static List<LaneReport> of(String lane, List<LaneReport> reports) {
        return reports.stream().filter(report -> report.lane().equals(lane)).toList();
    }

    @Test
    void eachLaneComputesWhatItComputesInTheArrayThatItsShapeSends() throws LaneRefusedException {
        List<LaneReport> both = train(routed(FOUR), hidden(4), hidden(5));

        assertThat(of("lane4", both)).usingRecursiveComparison().isEqualTo(train(fused(examples()), hidden(4)));
        assertThat(of("lane5", both)).usingRecursiveComparison().isEqualTo(train(cudnn(examples()), hidden(5)));
    }

    @Test
    void saysOnceWhyLanesGoToCudnn() throws LaneRefusedException {
        try (TrialArray array = routed(FOUR)) {
            array.add("a", hidden(4));
            array.add("b", hidden(5));
            array.add("c", hidden(5));
        }
        assertThat(log)
                .containsExactly(
                        "by cuDNN instead of the fused kernels: the recurrent weights of 5 hidden units have 400"
                                + " bytes, a block keeps 256 on the chip (4 hidden units)");
    }

    /** A trial that moves to a GPU with less on its chip begins anew; it never goes on with other bits. */
    @Test
    void aCheckpointOfTheOtherWayIsRefused() throws LaneRefusedException {
        byte[] checkpoint;
        try (TrialArray larger = routed(FOUR)) {
            larger.add("a", hidden(4));
            checkpoint = larger.checkpoint("a");
            larger.remove("a");
            larger.restore("a", hidden(4), checkpoint);
            assertThat(larger.size()).isEqualTo(1);
        }
        try (TrialArray smaller = routed(NONE)) {
            assertThatExceptionOfType(LaneRefusedException.class)
                    .isThrownBy(() -> smaller.restore("a", hidden(4), checkpoint))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(LaneRefusedException.Cause.BAD_CHECKPOINT))
                    .withMessageEndingWith("it is of another backend or version");
            assertThat(smaller.size()).isZero();
        }
    }

    @Test
    void namesAreOfBothArraysTogether() throws LaneRefusedException {
        try (TrialArray array = routed(FOUR)) {
            array.add("a", hidden(4));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> array.add("a", hidden(5)))
                    .withMessage("lane must be a name not yet in the array, was a");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> array.checkpoint("b"))
                    .withMessage("lane b is not in the array; it has [a]");
            array.remove("a");
            array.add("a", hidden(5));
            assertThat(array.size()).isEqualTo(1);
        }
    }

    @Test
    void aLaneRestsAndWakesWhicheverArrayItIsIn() throws LaneRefusedException {
        try (TrialArray array = routed(FOUR)) {
            array.add("small", hidden(4));
            array.add("large", hidden(5));
            for (String lane : List.of("small", "large")) {
                array.rest("small");
                array.rest("large");
                array.poll();
                assertThat(array.poll()).isEmpty();
                array.wake(lane);
                List<LaneReport> reports = new ArrayList<>();
                while (reports.isEmpty()) {
                    reports.addAll(array.poll());
                }
                assertThat(reports).extracting(LaneReport::lane).containsOnly(lane);
            }
        }
    }

    @Test
    void alsoALayerBehindTheFirstDecides() {
        NetworkSpec network = new NetworkSpec(
                List.of(5, 2),
                List.of(
                        new LayerSpec.Lstm(3, 1, true, true),
                        new LayerSpec.Lstm(9, 1, false, false),
                        new LayerSpec.Dense(1)),
                Loss.MEAN_SQUARED_ERROR);

        assertThat(FOUR.objection(network))
                .hasValueSatisfying(words -> assertThat(words).startsWith("the recurrent weights of 9 hidden units"));
        assertThat(new OnChip(16 * 9 * 9).objection(network)).isEmpty();
        assertThat(new OnChip(16 * 9 * 9 - 1).objection(network)).isPresent();
    }

    @Test
    void knowsWhatTheUsualGpusKeepOnTheirChips() {
        assertThat(mostHidden(75, 64 << 10)).isEqualTo(41);
        assertThat(mostHidden(80, 163 << 10)).isEqualTo(69);
        assertThat(mostHidden(90, 227 << 10)).isEqualTo(83);
    }

    private static int mostHidden(int capability, int sharedBytes) {
        return GpuTrialArray.mostHiddenOnChip(
                new GpuDescription(0, "a GPU", "GPU-0", capability, 100, sharedBytes, 1L << 34));
    }
}
