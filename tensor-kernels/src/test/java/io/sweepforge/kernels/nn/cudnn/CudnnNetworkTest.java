package io.sweepforge.kernels.nn.cudnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepforge.kernels.gpu.Arena;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuException.Kind;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.emulated.EmulatedStream;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import io.sweepforge.kernels.nn.Backend;
import io.sweepforge.kernels.nn.LayerSpec;
import io.sweepforge.kernels.nn.Loss;
import io.sweepforge.kernels.nn.Network;
import io.sweepforge.kernels.nn.NetworkSpec;
import io.sweepforge.kernels.nn.OptimizerSpec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a network takes from its GPU, and what becomes of it when something fails. */
class CudnnNetworkTest {
    private static final long BUDGET = 4L << 20;
    private static final int UNSUPPORTED = 13;
    private static final OptimizerSpec ADAM = OptimizerSpec.of(OptimizerSpec.Kind.ADAM);

    private final EmulatedGpu gpu = EmulatedGpu.open(BUDGET, ThreadOrder.ASCENDING);
    private final Arena arena = new Arena(gpu.allocate(BUDGET));
    private final AtomicInteger open = new AtomicInteger();
    private final Backend backend = new CudnnBackend(
            gpu, arena, stream -> new CountedDnn(open, UNSUPPORTED).of(new LoopDnn(gpu, (EmulatedStream) stream)));

    @AfterEach
    void everythingIsGivenBack() {
        assertThat(arena.usedBytes()).isZero();
        assertThat(open).hasValue(0);
        arena.close();
        gpu.close();
    }

    private static NetworkSpec convolutions(int filters) {
        return new NetworkSpec(
                List.of(1, 6, 6),
                List.of(
                        new LayerSpec.Conv2d(4, 3, 1, 1),
                        new LayerSpec.MaxPool2d(2, 1),
                        new LayerSpec.Conv2d(filters, 3, 1, 1),
                        new LayerSpec.Flatten(),
                        new LayerSpec.Dropout(0.3),
                        new LayerSpec.Dense(3)),
                Loss.SOFTMAX_CROSS_ENTROPY);
    }

    private static NetworkSpec forecaster(int hidden) {
        return new NetworkSpec(
                List.of(5, 2),
                List.of(new LayerSpec.Lstm(hidden, 2, true, false), new LayerSpec.Dense(1)),
                Loss.MEAN_SQUARED_ERROR);
    }

    private static double step(Network network) {
        int batch = 3;
        float[] inputs = new float[batch * network.spec().inputSize()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) StrictMath.sin(i + 1.0);
        }
        return network.spec().loss() == Loss.MEAN_SQUARED_ERROR
                ? network.train(inputs, new float[] {0.1f, -0.4f, 0.7f}, batch, ADAM, 0.01)
                : network.train(inputs, new int[] {0, 2, 1}, batch, ADAM, 0.01);
    }

    @Test
    void leavesNoByteBehindAfterAThousandJoinsAndLeaves() {
        List<Network> joined = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Network network = backend.plan(i % 2 == 0 ? forecaster(1 + i % 5) : convolutions(1 + i % 5), 3 + i % 4);
            joined.add(network);
            if (i % 50 == 0) {
                step(network);
            }
            if (joined.size() > 8) {
                joined.remove(i * 31 % joined.size()).close();
            }
        }
        joined.forEach(Network::close);
    }

    @Test
    void namesTheBytesItHolds() {
        long before = gpu.liveBytes();
        try (Network network = backend.plan(forecaster(7), 4)) {
            long pinned = gpu.liveBytes() - before;
            assertThat(network.bytes()).isEqualTo(arena.usedBytes() + pinned);
        }
    }

    @Test
    void givesEverythingBackWhenTheArenaIsFull() {
        try (Network neighbour = backend.plan(forecaster(4), 3)) {
            neighbour.initialise(1);
            step(neighbour);
            long used = arena.usedBytes();
            long live = gpu.liveBytes();
            int objects = open.get();
            assertFails(Kind.OUT_OF_MEMORY, () -> backend.plan(forecaster(300), 3));
            assertThat(arena.usedBytes()).isEqualTo(used);
            assertThat(gpu.liveBytes()).isEqualTo(live);
            assertThat(open).hasValue(objects);
            assertThat(step(neighbour)).isFinite();
        }
    }

    @Test
    void givesEverythingBackWhenNoAlgorithmIsOffered() {
        assertFails(Kind.NOT_SUPPORTED, () -> backend.plan(convolutions(UNSUPPORTED), 3));
    }

    @Test
    void takesNothingForABatchThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.plan(forecaster(2), 0))
                .withMessage("maxBatch must be at least 1, was 0");
    }

    @Test
    void passesAStickyErrorOnAndStillGivesEverythingBack() {
        Network network = backend.plan(convolutions(5), 3);
        network.initialise(1);
        step(network);
        gpu.breakDown("the device is gone");
        assertFails(Kind.STICKY, () -> step(network));
        assertFails(Kind.STICKY, network::weights);
        network.close();
    }

    @Test
    void doesNotCountAStepThatFailed() {
        Network network = backend.plan(convolutions(5), 3);
        network.initialise(1);
        step(network);
        gpu.breakDown("the device is gone");
        assertFails(Kind.STICKY, () -> step(network));
        assertThat(network.step()).isEqualTo(1);
        network.close();
    }

    @Test
    void givesBackOnlyOnce() {
        Network network = backend.plan(forecaster(3), 3);
        network.close();
        network.close();
    }

    /** A result that depends on the order of threads between two barriers lacks a barrier. */
    @Test
    void computesTheSameBitsInWhateverOrderThreadsRun() {
        for (NetworkSpec spec : List.of(convolutions(5), forecaster(6))) {
            byte[] ascending = trained(spec, ThreadOrder.ASCENDING);
            assertThat(trained(spec, ThreadOrder.DESCENDING)).isEqualTo(ascending);
            assertThat(trained(spec, ThreadOrder.SEEDED)).isEqualTo(ascending);
        }
    }

    private static byte[] trained(NetworkSpec spec, ThreadOrder order) {
        try (EmulatedGpu other = EmulatedGpu.open(BUDGET, order);
                Arena memory = new Arena(other.allocate(BUDGET));
                Network network = new CudnnBackend(other, memory, stream -> new LoopDnn(other, (EmulatedStream) stream))
                        .plan(spec, 3)) {
            network.initialise(7);
            step(network);
            step(network);
            ByteBuffer saved = ByteBuffer.allocate(network.savedBytes());
            network.save(saved);
            return saved.array();
        }
    }

    private static void assertFails(Kind kind, Runnable call) {
        assertThatExceptionOfType(GpuException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
