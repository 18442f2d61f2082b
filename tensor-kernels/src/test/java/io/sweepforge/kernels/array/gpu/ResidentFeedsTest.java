package io.sweepforge.kernels.array.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.Feed;
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
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.nn.OptimizerSpec;
import io.sweepforge.kernels.nn.cudnn.CudnnBackend;
import io.sweepforge.kernels.nn.cudnn.TestDnns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentFeedsTest {
    private static final Dataset BARS = SampleData.bars(60);
    private static final TrainableFamily CONV = ModelFamilies.named("conv-classifier");
    private static final LaneSpec SMALL =
            new LaneSpec(Map.of("filters", 2, "denseUnits", 0, "convLayers", 1, "batchSize", 16), 1, 5);

    private final EmulatedGpu gpu = EmulatedGpu.open();
    private final Arena arena = new Arena(gpu.allocate(64L << 20));
    private final CudnnBackend backend = new CudnnBackend(gpu, arena, TestDnns.on(gpu));
    private final Cores threads = new Cores(2);

    @AfterEach
    void everythingIsGivenBack() {
        assertThat(arena.usedBytes()).isZero();
        threads.close();
        arena.close();
        gpu.close();
    }

    /** With a batch that does not divide the examples, windows that overlap, and targets as values and as changes. */
    @ParameterizedTest
    @CsvSource({
        "conv-classifier, filters, optimizer, sgd",
        "lstm-classifier, hidden, optimizer, adam",
        "lstm-forecaster, hidden, predict, level",
        "lstm-forecaster, hidden, predict, change",
    })
    void aLaneComputesTheBitsThatItComputesWhenTheHostGathers(String name, String size, String key, String value)
            throws LaneRefusedException {
        TrainableFamily family = ModelFamilies.named(name);
        Dataset dataset = name.equals("lstm-forecaster") ? SampleData.wave(120) : BARS;
        Map<String, Object> parameters = Map.of(size, 3, "dropout", 0.3, "batchSize", 13, key, value);
        LaneSpec spec = new LaneSpec(parameters, 3, 7);
        List<LaneReport> host = train(TrialArrays.open(backend, family, dataset, Long.MAX_VALUE, threads), spec);
        List<LaneReport> device =
                train(new GpuArrays(gpu, arena).byCudnn(backend, threads).open(family, dataset), spec);

        assertThat(device).hasSize(4);
        assertThat(device).usingRecursiveComparison().isEqualTo(host);
    }

    @Test
    void theExamplesOfADataSetAreOnTheDeviceOnce() throws LaneRefusedException {
        try (TrialArray array =
                new GpuArrays(gpu, arena).byCudnn(backend, threads).open(CONV, BARS)) {
            array.add("a", SMALL);
            long first = arena.usedBytes();
            array.add("b", SMALL);
            long second = arena.usedBytes() - first;
            array.add("c", SMALL);

            assertThat(second).isLessThan(first);
            assertThat(arena.usedBytes()).isEqualTo(first + 2 * second);
        }
    }

    @Test
    void refusesBatchesThatAreNotThere() throws LaneRefusedException {
        OptimizerSpec sgd = OptimizerSpec.of(OptimizerSpec.Kind.SGD);
        try (ResidentFeeds feeds = new ResidentFeeds(backend, new SharedExamples(gpu, arena));
                Feed feed = feeds.of(new Screening(CONV, BARS).plan(SMALL))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> feed.beginEpoch(new int[3]))
                    .withMessage("order must have 42 elements, had 3");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> feed.train(27, 16, sgd, 0.1))
                    .withMessage("from must be from 0 to 26 for a batch of 16, was 27");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> feed.train(0, 65, sgd, 0.1))
                    .withMessage("batch must be from 1 to 64, was 65");
        }
    }

    private static List<LaneReport> train(TrialArray opened, LaneSpec spec) throws LaneRefusedException {
        try (TrialArray array = opened) {
            List<LaneReport> reports = new ArrayList<>();
            array.add("a", spec);
            while (array.size() > 0) {
                reports.addAll(array.poll());
            }
            return reports;
        }
    }
}
