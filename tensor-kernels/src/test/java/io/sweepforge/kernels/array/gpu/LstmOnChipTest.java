package io.sweepforge.kernels.array.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import io.sweepforge.kernels.gpu.emulated.EmulatedGpu;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an LSTM goes through time in on-chip memory. That it computes the same bits there is FusedKernelsTest's. */
class LstmOnChipTest {
    private static final int PLENTY = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 2", "8, 64, 256, 2", "9, 64, 256, 4", "16, 64, 256, 4", "17, 64, 256, 8",
        "32, 64, 256, 8", "33, 64, 256, 0", "32, 65, 256, 0", "1, 256, 256, 2", "1, 257, 256, 0"
    })
    void aThreadOwnsTheFewestExamplesWithWhichAllAreOwned(int batch, int hidden, int threads, int rows) {
        assertThat(rows(batch, hidden, 2 * hidden, threads, PLENTY)).isEqualTo(rows);
    }

    /** R takes 4 * 64 * 64 floats; columns of 8 examples are 12 apart, of 32 examples 36. */
    @ParameterizedTest
    @CsvSource({
        "8, 128, 17920, 2",
        "8, 128, 17919, 0",
        "32, 128, 20992, 8",
        "32, 128, 20991, 0",
        "32, 256, 25600, 8",
        "32, 256, 25599, 0"
    })
    void itStaysOnTheChipAsLongAsEverythingFits(int batch, int columns, int room, int rows) {
        assertThat(rows(batch, 64, columns, 256, room)).isEqualTo(rows);
    }

    private static int rows(int batch, int hidden, int columns, int threads, int room) {
        try (EmulatedGpu gpu = EmulatedGpu.open();
                DeviceMemory rows = gpu.allocate(Integer.BYTES);
                HostMemory copy = gpu.allocateHost(Integer.BYTES);
                GpuStream work = gpu.newStream()) {
            ByteBuffer arguments = ByteBuffer.allocate(32).order(ByteOrder.nativeOrder());
            arguments.putLong(rows.address()).putInt(batch).putInt(hidden).putInt(columns);
            arguments.putInt(threads).putInt(room);
            work.launch(gpu.kernel("lstm-checks", "choose_rows"), 1, 1, 0, arguments.rewind());
            work.download(rows.address(), copy, 0, Integer.BYTES);
            return copy.buffer().getInt(0);
        }
    }
}
