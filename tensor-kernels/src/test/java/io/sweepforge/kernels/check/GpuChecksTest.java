package io.sweepforge.kernels.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.array.ArrayOpener;
import io.sweepforge.kernels.array.Cores;
import io.sweepforge.kernels.array.TrialArrays;
import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.Problem;
import io.sweepforge.kernels.nn.reference.ReferenceBackend;
import io.sweepforge.kernels.nn.vector.VectorBackend;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpuChecksTest {
    private static final List<Problem> FEW =
            List.of(Problem.parse("5 3 ce : dense4"), Problem.parse("6x3 4 mse : lstm8l1 dense2"));

    private final Arena arena = new Arena(new FakeMemory());

    @Test
    void aBackendThatComputesRightPassesEveryCheck() {
        List<CheckResult> results = run(new VectorBackend(), new GpuChecks(FEW, 200, 3, 6));

        assertThat(results).hasSize(FEW.size() + 2).allMatch(CheckResult::passed);
    }

    @Test
    void everyProblemOfTheFullListIsWithinTheToleranceForAGoodBackend() {
        GpuChecks full = GpuChecks.full();
        GpuChecks withoutLanes = new GpuChecks(full.problems(), 20, 0, 0);

        assertThat(run(new VectorBackend(), withoutLanes)).allMatch(CheckResult::passed);
    }

    @Test
    void aBackendThatComputesSomethingElseFailsWithTheDifference() {
        List<CheckResult> results = run(new OtherSeed(), new GpuChecks(FEW, 2, 0, 0));

        assertThat(results.get(0).complaint())
                .hasValueSatisfying(words -> assertThat(words).contains("initial weight 0 is", "the reference's"));
        assertThat(results.get(2).passed())
                .as("its lanes are the same all the same")
                .isTrue();
    }

    @Test
    void aBackendThatThrowsFailsAndTheOtherChecksRun() {
        List<CheckResult> results = run(new Refusing(), new GpuChecks(FEW, 2, 0, 1));

        assertThat(results).hasSize(FEW.size() + 2).noneMatch(CheckResult::passed);
        assertThat(results.get(0).complaint()).hasValue("not this one");
    }

    @Test
    void memoryThatIsNotGivenBackIsFound() {
        List<CheckResult> results = run(new Leaking(arena), new GpuChecks(List.of(), 1, 0, 4));

        assertThat(results.get(1).complaint()).hasValue("4 lanes left 1024 bytes of device memory behind");
    }

    @Test
    void theBenchmarkAddsUpWhatNetworksDoAtOnce() {
        GpuBenchmark benchmark = new GpuBenchmark(new VectorBackend(), Duration.ofMillis(20));

        assertThat(benchmark.stepsPerSecond(GpuBenchmark.Workload.S1, 2)).isPositive();
        assertThat(benchmark.stepsPerSecond(GpuBenchmark.Workload.W8, 1)).isPositive();
    }

    @Test
    void lanesThatAreStoppedLeaveTheirPlaces() {
        try (Cores threads = new Cores(2)) {
            ArrayOpener arrays = (family, dataset) ->
                    TrialArrays.open(new VectorBackend(), family, dataset, Long.MAX_VALUE, threads);

            assertThat(StopTime.median(arrays, 2, 3)).isPositive();
        }
    }

    private List<CheckResult> run(Backend backend, GpuChecks checks) {
        List<CheckResult> results = new ArrayList<>();
        checks.run(backend, results::add);
        try (Cores threads = new Cores(2)) {
            ArrayOpener arrays =
                    (family, dataset) -> TrialArrays.open(backend, family, dataset, Long.MAX_VALUE, threads);
            checks.run(backend.name(), arrays, arena, results::add);
        }
        return results;
    }

    private static final class FakeMemory implements DeviceMemory {
        @Override
        public long address() {
            return 256;
        }

        @Override
        public long bytes() {
            return 1 << 20;
        }

        @Override
        public void close() {}
    }

    private static class Delegating implements Backend {
        @Override
        public String name() {
            return "other";
        }

        @Override
        public Availability probe() {
            return new Available();
        }

        @Override
        public Network plan(NetworkSpec spec, int maxBatch) {
            return new VectorBackend().plan(spec, maxBatch);
        }
    }

    private static final class OtherSeed extends Delegating {
        @Override
        public Network plan(NetworkSpec spec, int maxBatch) {
            Network network = new ReferenceBackend().plan(spec, maxBatch);
            return (Network) Proxy.newProxyInstance(
                    Network.class.getClassLoader(),
                    new Class<?>[] {Network.class},
                    (proxy, method, arguments) -> method.getName().equals("initialise")
                            ? method.invoke(network, 77L)
                            : method.invoke(network, arguments));
        }
    }

    private static final class Refusing extends Delegating {
        @Override
        public Network plan(NetworkSpec spec, int maxBatch) {
            throw new IllegalArgumentException("not this one");
        }
    }

    private static final class Leaking extends Delegating {
        private final Arena arena;

        Leaking(Arena arena) {
            this.arena = arena;
        }

        @Override
        public Network plan(NetworkSpec spec, int maxBatch) {
            var unused = arena.allocate(1);
            return super.plan(spec, maxBatch);
        }
    }
}
