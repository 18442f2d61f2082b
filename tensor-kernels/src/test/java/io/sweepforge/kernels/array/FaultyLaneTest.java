package io.sweepforge.kernels.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.LaneRefusedException.Cause;
import io.sweepforge.kernels.data.Dataset;
import io.sweepforge.kernels.data.SampleData;
import io.sweepforge.kernels.family.ModelFamilies;
import io.sweepforge.kernels.family.TrainableFamily;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.TestBackends;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A lane whose network goes wrong ends alone, whatever backend it has. */
@ParameterizedClass
@MethodSource("backends")
class FaultyLaneTest {
    private static final Dataset BARS = SampleData.bars(90);
    private static final TrainableFamily CONV = ModelFamilies.named("conv-classifier");
    private static final Map<String, Object> SMALL_CONV =
            Map.of("filters", 4, "denseUnits", 8, "convLayers", 1, "batchSize", 16, "dropout", 0.3);

    @Parameter
    Backend backend;

    static Stream<Backend> backends() {
        return TestBackends.all().stream().filter(backend -> backend.probe() instanceof Backend.Available);
    }

    private static LaneSpec spec(long seed) {
        return new LaneSpec(SMALL_CONV, 3, seed);
    }

    @Test
    void aDivergedLaneLeavesAndItsNeighboursDoNotNotice() throws LaneRefusedException {
        LaneReport last = lastReportBesideAHealthyLane(() -> Double.NaN);

        assertThat(last)
                .isEqualTo(new LaneReport.Diverged(
                        "broken",
                        2,
                        "the training loss is no longer a finite number after step 6 in epoch 2; a smaller learningRate"
                                + " or a clipNorm may help"));
    }

    @Test
    void aLaneThatThrowsFailsAlone() throws LaneRefusedException {
        LaneReport last = lastReportBesideAHealthyLane(() -> {
            throw new IllegalStateException("the weights are on fire");
        });

        assertThat(last).isInstanceOfSatisfying(LaneReport.Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(Cause.DEVICE_FAILED);
            assertThat(failed.message()).contains("the weights are on fire");
        });
    }

    @Test
    void aLaneThatFillsTheHeapFailsAlone() throws LaneRefusedException {
        LaneReport last = lastReportBesideAHealthyLane(() -> {
            throw new OutOfMemoryError("made up");
        });

        assertThat(last)
                .isInstanceOfSatisfying(
                        LaneReport.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(Cause.OUT_OF_MEMORY));
    }

    @Test
    void aLaneThatFillsTheGpuFailsAlone() throws LaneRefusedException {
        LaneReport last = lastReportBesideAHealthyLane(() -> {
            throw new GpuException(GpuException.Kind.OUT_OF_MEMORY, "made up");
        });

        assertThat(last)
                .isInstanceOfSatisfying(
                        LaneReport.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(Cause.OUT_OF_MEMORY));
    }

    /** Trains a lane whose seventh step (the third of epoch 2) ends as {@code fault} says, and a healthy one. */
    private LaneReport lastReportBesideAHealthyLane(DoubleSupplier fault) throws LaneRefusedException {
        List<LaneReport> alone = alone();
        FaultyBackend faulty = new FaultyBackend(backend, 13, 6, fault);
        try (TrialArray array = new BackendArrays(faulty).open(CONV, BARS)) {
            array.add("broken", spec(13));
            array.add("a", spec(1));
            List<LaneReport> reports = drain(array);

            assertThat(ends(of("a", reports))).usingRecursiveComparison().isEqualTo(ends(alone));
            List<LaneReport> broken = of("broken", reports);
            assertThat(broken).hasSize(2);
            return broken.get(1);
        }
    }

    private List<LaneReport> alone() throws LaneRefusedException {
        try (TrialArray array = new BackendArrays(backend).open(CONV, BARS)) {
            array.add("a", spec(1));
            return drain(array);
        }
    }

    /** Records with arrays are compared by their content. */
    private static List<List<Object>> ends(List<LaneReport> reports) {
        return reports.stream()
                .map(report -> report instanceof LaneReport.Finished finished
                        ? List.<Object>of(finished.lane(), finished.checkpoint())
                        : List.<Object>of(report))
                .toList();
    }

    private static List<LaneReport> drain(TrialArray array) {
        List<LaneReport> reports = new ArrayList<>();
        while (array.size() > 0) {
            reports.addAll(array.poll());
        }
        return reports;
    }

    private static List<LaneReport> of(String lane, List<LaneReport> reports) {
        return reports.stream().filter(report -> report.lane().equals(lane)).toList();
    }
}
