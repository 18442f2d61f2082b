package io.sweepforge.node.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuException;
import io.sweepforge.kernels.gpu.GpuKernel;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GpuComputeTest {
    private final FailingGpu gpu = new FailingGpu();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final GpuCompute compute = new GpuCompute(
            gpu,
            (family, dataset) -> {
                throw new UnsupportedOperationException();
            },
            new GpuSensors(List.of("true")),
            () -> closed.set(true));

    @Test
    void aGpuThatAnswersIsNotBroken() {
        assertThat(compute.broken()).isEmpty();
        assertThat(compute.readings()).isEqualTo(new Compute.Readings(null, null));
    }

    @Test
    void onlyAStickyErrorBreaksIt() {
        gpu.kind = GpuException.Kind.OUT_OF_MEMORY;
        assertThat(compute.broken()).isEmpty();

        gpu.kind = GpuException.Kind.STICKY;
        assertThat(compute.broken()).hasValue("it failed");
    }

    @Test
    void givesBackWhatItWasGiven() {
        compute.close();
        assertThat(closed).isTrue();
    }

    /** Says what is free, or fails. */
    private static final class FailingGpu implements Gpu {
        private GpuException.@Nullable Kind kind;

        @Override
        public GpuDescription description() {
            return new GpuDescription(0, "a GPU", "GPU-0", 90, 1, 1, 1);
        }

        @Override
        public long freeBytes() {
            if (kind != null) {
                throw new GpuException(kind, "it failed");
            }
            return 1;
        }

        @Override
        public DeviceMemory allocate(long bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HostMemory allocateHost(int bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public GpuStream newStream() {
            throw new UnsupportedOperationException();
        }

        @Override
        public GpuKernel kernel(String module, String function) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
