package io.sweepforge.kernels.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.SampleData;
import io.sweepforge.kernels.nn.Backends;
import io.sweepforge.kernels.nn.Network;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The estimate that admits trials beside what a lane's network and staging really take from the heap. */
class LaneMemoryTest {
    static Stream<Arguments> lanes() {
        return Stream.of(
                Arguments.of("conv-classifier", SampleData.bars(300), Map.of()),
                Arguments.of("conv-classifier", SampleData.bars(300), Map.of("filters", 32, "denseUnits", 128)),
                Arguments.of("conv-classifier", SampleData.bars(300), Map.of("kernel", 5, "convLayers", 1)),
                Arguments.of("conv-classifier", SampleData.bars(300), Map.of("batchSize", 512, "dropout", 0)),
                Arguments.of("lstm-forecaster", SampleData.wave(1000), Map.of()),
                Arguments.of("lstm-forecaster", SampleData.wave(1000), Map.of("hidden", 100, "window", 24)),
                Arguments.of("lstm-forecaster", SampleData.wave(1000), Map.of("bidirectional", true, "layers", 3)),
                Arguments.of("lstm-forecaster", SampleData.wave(1000), Map.of("batchSize", 256, "hidden", 16)),
                Arguments.of("lstm-classifier", SampleData.bars(300), Map.of()),
                Arguments.of("lstm-classifier", SampleData.bars(300), Map.of("hidden", 64, "layers", 2)),
                Arguments.of("lstm-classifier", SampleData.bars(300), Map.of("bidirectional", true, "dropout", 0)));
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void isWithinATenthOfWhatALaneAllocates(String name, Dataset dataset, Map<String, Object> parameters) {
        TrainableFamily family = ModelFamilies.named(name);
        assertThat((double) family.estimateBytes(parameters, dataset.shape()))
                .isCloseTo(allocated(family, parameters, dataset), Percentage.withPercentage(10));
    }

    /** As large as S3 of the step benchmarks, H 64, T 32, N 32: with fewer features, but with what a lane needs besides. */
    @Test
    void sixtyFourLanesOfAnLstmTakeLessThanAGibibyte() {
        TrainableFamily family = ModelFamilies.named("lstm-forecaster");
        Map<String, Object> parameters = Map.of("hidden", 64, "window", 32, "batchSize", 32);
        assertThat(64 * allocated(family, parameters, SampleData.wave(1000))).isLessThan(1L << 30);
    }

    /** Measured the second time: the first one in a JVM also loads classes. */
    private static double allocated(TrainableFamily family, Map<String, Object> parameters, Dataset dataset) {
        allocatedNow(family, parameters, dataset);
        return allocatedNow(family, parameters, dataset);
    }

    /** Everything this thread allocates on the way to a network that is ready to train. */
    private static double allocatedNow(TrainableFamily family, Map<String, Object> parameters, Dataset dataset) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        TrainingPlan plan = family.plan(parameters, 2, dataset);
        try (Network network = Backends.named("vector").plan(plan.network(), plan.maxBatch())) {
            assertThat(network.step()).isZero();
            return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        }
    }
}
