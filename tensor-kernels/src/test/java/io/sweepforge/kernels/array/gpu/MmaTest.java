package io.sweepforge.kernels.array.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import io.sweepforge.kernels.gpu.emulated.ThreadOrder;
import io.sweepforge.kernels.random.Philox;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The header of the tensor cores' products against plain loops. The emulator lays fragments out as the PTX ISA says; whether a
 * device does is not shown here.
 */
class MmaTest {
    private static final int ROWS = 16;
    private static final int COLUMNS = 8;
    private static final int DEPTH = 16;
    private static final int FACTORS = ROWS * DEPTH + DEPTH * COLUMNS;

    /** Whole numbers up to 32 are bf16, and sums of their products are exact: any wrong place shows. */
    @ParameterizedTest
    @EnumSource(ThreadOrder.class)
    void addsTheProductOfTwoMatrices(ThreadOrder order) {
        float[] all = new float[FACTORS + ROWS * COLUMNS];
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.round(64 * Philox.uniform(3, 1, i) - 32);
        }
        float[] result = run(order, "add_product", all, 32);

        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int at = FACTORS + row * COLUMNS + column;
                float sum = all[at];
                for (int k = 0; k < DEPTH; k++) {
                    sum += all[row * DEPTH + k] * all[ROWS * DEPTH + k * COLUMNS + column];
                }
                assertThat(result[at]).as("row %d, column %d", row, column).isEqualTo(sum);
            }
        }
    }

    /** 0x3f80 is 1 and 0x3f81 the next one. */
    @ParameterizedTest
    @CsvSource({
        "3f800000, 3f80", "3f807fff, 3f80", "3f808000, 3f80", "3f808001, 3f81", "3f818000, 3f82", "bf818000, bf82",
        "00000000, 0000", "80000000, 8000", "00008000, 0000", "00008001, 0001", "00018000, 0002", "007fffff, 0080",
        "7f7f7fff, 7f7f", "7f7f8000, 7f80", "7f7fffff, 7f80", "ff7fffff, ff80", "7f800000, 7f80", "ff800000, ff80",
        "7fc00000, 7fff", "7f800001, 7fff", "ffc00001, 7fff", "ffffffff, 7fff"
    })
    void roundsToTheNearestAndOfTwoToTheEvenOne(String single, String half) {
        assertThat(rounded(Float.intBitsToFloat(Integer.parseUnsignedInt(single, 16))))
                .isEqualTo(Integer.parseInt(half, 16));
    }

    /** A bf16 is the upper half of a single; the nearest is found here by distances, which are exact in double precision. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void roundsAnyNumberToTheNearest(int seed) {
        for (int i = 0; i < 40; i++) {
            float value = Float.intBitsToFloat((int) (Philox.uniform(seed, 2, i) * 0x7f7f0000L));
            float down = Float.intBitsToFloat(Float.floatToIntBits(value) & 0xffff0000);
            float up = Float.intBitsToFloat(Float.floatToIntBits(down) + 0x10000);
            double below = (double) value - down;
            double above = (double) up - value;
            assertThat(Float.intBitsToFloat(rounded(value) << 16))
                    .as("%s of seed %d", value, seed)
                    .isEqualTo(below < above ? down : up);
        }
    }

    /** As the lower half of a pair, and checked to be the same as the upper one. */
    private static int rounded(float value) {
        int pair =
                Float.floatToRawIntBits(run(ThreadOrder.ASCENDING, "round_pairs", new float[] {value, value, 0}, 1)[2]);
        assertThat(pair >>> 16).isEqualTo(pair & 0xffff);
        return pair & 0xffff;
    }

    /** Runs a kernel on memory that holds these numbers and answers what they became. */
    private static float[] run(ThreadOrder order, String kernel, float[] numbers, int threads) {
        int bytes = numbers.length * Float.BYTES;
        try (Gpu gpu = EmulatedGpu.open(1 << 16, order);
                DeviceMemory memory = gpu.allocate(bytes);
                HostMemory copy = gpu.allocateHost(bytes);
                GpuStream work = gpu.newStream()) {
            FloatBuffer host = copy.buffer().asFloatBuffer();
            host.put(numbers);
            work.upload(copy, 0, memory.address(), bytes);
            work.launch(gpu.kernel("mma-checks", kernel), 1, threads, 0, arguments(kernel, memory.address()));
            work.download(memory.address(), copy, 0, bytes);
            work.synchronize();
            return FloatBuffer.allocate(numbers.length).put(host.rewind()).array();
        }
    }

    private static ByteBuffer arguments(String kernel, long address) {
        ByteBuffer arguments = ByteBuffer.allocate(24).order(ByteOrder.nativeOrder());
        if (kernel.equals("add_product")) {
            IntStream.of(0, ROWS * DEPTH, FACTORS).forEach(at -> arguments.putLong(address + 4L * at));
        } else {
            arguments
                    .putLong(address)
                    .putLong(address + 2L * Float.BYTES)
                    .putInt(2)
                    .putInt(0);
        }
        return arguments.rewind();
    }
}
