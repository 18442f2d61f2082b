package io.sweepforge.kernels.gpu.emulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuException.Kind;
import io.sweepforge.kernels.gpu.GpuGraph;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import io.sweepforge.kernels.random.Philox;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The GPU of the other tests: what its kernels compute, and that it does not let mistakes pass. */
class EmulatedGpuTest {
    private static final String CHECKS = "emulator-checks";
    private static final int COUNT = 70;

    @ParameterizedTest
    @EnumSource
    void threadsMeetAtABarrier(ThreadOrder order) {
        float[] reversed = run(order, "reverse_rows", 2, 33, 2 * COUNT);
        for (int i = 0; i < 2 * COUNT; i++) {
            assertThat(reversed[i]).isEqualTo(i / COUNT * COUNT + COUNT - 1 - i % COUNT);
        }
    }

    @Test
    void aMissingBarrierShowsInTheOrderOfThreads() {
        assertThat(run(ThreadOrder.ASCENDING, "reverse_rows_carelessly", 1, 33, COUNT))
                .isNotEqualTo(run(ThreadOrder.DESCENDING, "reverse_rows_carelessly", 1, 33, COUNT));
    }

    @ParameterizedTest
    @EnumSource
    void threadsOfAWarpExchangeRegisters(ThreadOrder order) {
        float[] sums = run(order, "sum_warps", 1, 64, 64);
        assertThat(sums[5]).isEqualTo(31 * 16);
        assertThat(sums[63]).isEqualTo(31 * 16 + 32 * 32);
    }

    @Test
    void everyThreadOfEveryBlockRuns() {
        float[] counted = run(ThreadOrder.SEEDED, "count_threads", 5, 65, 2);
        assertThat(counted[0]).isEqualTo(5 * 65);
        assertThat(Float.floatToRawIntBits(counted[1])).isGreaterThanOrEqualTo(5 * 65 - 1);
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheNumbersOfTheHost(ThreadOrder order) {
        long seed = 0x1234_5678_9abc_def0L;
        long stream = 7L << 56 | 3;
        try (EmulatedGpu gpu = EmulatedGpu.open(1 << 20, order);
                DeviceMemory words = gpu.allocate(COUNT * 4L);
                HostMemory copy = gpu.allocateHost(COUNT * 4);
                GpuStream work = gpu.newStream()) {
            ByteBuffer arguments = buffer(32);
            arguments.putLong(words.address()).putLong(seed).putLong(stream).putInt(COUNT);
            work.launch(gpu.kernel("random", "philox_words"), 2, 32, 0, arguments.rewind());
            work.download(words.address(), copy, 0, COUNT * 4L);
            for (int i = 0; i < COUNT; i++) {
                assertThat(copy.buffer().getInt(4 * i)).isEqualTo(Philox.word(seed, stream, i));
            }
        }
    }

    @Test
    void aKernelThatFailsBreaksTheGpu() {
        assertBreaks("trap", "trap: thread 2 of block 0: a thread called __trap()");
    }

    @Test
    void threadsThatWaitForOneThatHasLeftBreakTheGpu() {
        assertBreaks(
                "leave_alone", "of 8 threads of block 0, 7 wait for their block, 0 for their warp and 1 have ended");
    }

    private static void assertBreaks(String kernel, String message) {
        try (EmulatedGpu gpu = EmulatedGpu.open();
                GpuStream work = gpu.newStream()) {
            assertRefused(() -> work.launch(gpu.kernel(CHECKS, kernel), 1, 8, 0, buffer(16)), Kind.STICKY, message);
            assertRefused(() -> gpu.allocate(1), Kind.STICKY, message);
        }
    }

    @Test
    void aGraphRepeatsWhatWasRecorded() {
        try (EmulatedGpu gpu = EmulatedGpu.open();
                DeviceMemory memory = gpu.allocate(8);
                HostMemory host = gpu.allocateHost(8);
                GpuStream work = gpu.newStream()) {
            work.clear(memory.address(), 8);
            ByteBuffer arguments =
                    buffer(16).putLong(memory.address()).putInt(2).rewind();
            GpuGraph graph = work.capture(() -> {
                work.launch(gpu.kernel(CHECKS, "count_threads"), 1, 3, 0, arguments);
                work.download(memory.address(), host, 0, 8);
            });
            arguments.putLong(0, 0);
            host.buffer().putFloat(0, -1);
            work.launch(graph);
            work.launch(graph);
            graph.close();

            assertThat(host.buffer().getFloat(0)).isEqualTo(6);
        }
    }

    @Test
    void hasTheMemoryItWasOpenedWith() {
        try (EmulatedGpu gpu = EmulatedGpu.open(1000, ThreadOrder.ASCENDING)) {
            DeviceMemory some = gpu.allocate(600);
            assertThat(gpu.freeBytes()).isEqualTo(400);
            assertRefused(() -> gpu.allocate(401), Kind.OUT_OF_MEMORY, "401 bytes asked for, 400 are free");
            some.close();
            gpu.allocate(1000).close();
        }
    }

    @Test
    void refusesCopiesBesideWhatWasAllocated() {
        try (EmulatedGpu gpu = EmulatedGpu.open();
                DeviceMemory memory = gpu.allocate(16);
                HostMemory host = gpu.allocateHost(64);
                GpuStream work = gpu.newStream()) {
            work.upload(host, 0, memory.address() + 8, 8);
            String message = "are not memory of the device";
            assertRefused(() -> work.upload(host, 0, memory.address() + 8, 9), Kind.INVALID_CALL, message);
            assertRefused(() -> work.download(memory.address() - 1, host, 0, 4), Kind.INVALID_CALL, message);
            assertRefused(() -> work.clear(host.address(), 4), Kind.INVALID_CALL, message);
        }
    }

    @Test
    void noticesMemoryThatIsNeverGivenBack() {
        EmulatedGpu gpu = EmulatedGpu.open();
        DeviceMemory memory = gpu.allocate(16);
        assertThatIllegalStateException().isThrownBy(gpu::close).withMessage("16 bytes were never given back");
        memory.close();
        gpu.close();
    }

    @Test
    void knowsWhichKernelsThereAre() {
        try (Gpu gpu = EmulatedGpu.open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> gpu.kernel("random", "nothing"));
            assertThatIllegalArgumentException().isThrownBy(() -> gpu.kernel("nothing", "philox_words"));
        }
    }

    /** Runs a check on the numbers 0, 1, 2, ... and gives what they became. */
    private static float[] run(ThreadOrder order, String kernel, int grid, int block, int values) {
        try (EmulatedGpu gpu = EmulatedGpu.open(1 << 20, order);
                DeviceMemory memory = gpu.allocate(4L * values);
                HostMemory host = gpu.allocateHost(4 * values);
                GpuStream work = gpu.newStream()) {
            for (int i = 0; i < values; i++) {
                host.buffer().putFloat(4 * i, i);
            }
            work.upload(host, 0, memory.address(), 4L * values);
            ByteBuffer arguments =
                    buffer(16).putLong(memory.address()).putInt(COUNT).rewind();
            work.launch(gpu.kernel(CHECKS, kernel), grid, block, 4 * COUNT, arguments);
            work.download(memory.address(), host, 0, 4L * values);
            float[] results = new float[values];
            host.buffer().asFloatBuffer().get(results);
            return results;
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    }

    private static void assertRefused(Runnable call, Kind kind, String message) {
        assertThatExceptionOfType(GpuException.class)
                .isThrownBy(call::run)
                .withMessageContaining(message)
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
