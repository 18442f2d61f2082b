package io.sweepforge.kernels.gpu.jcuda;

import io.sweepforge.kernels.gpu.HostMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;
import jcuda.driver.JCudaDriver;

/** Page-locked memory that every context sees and kernels can reach. */
final class JcudaHostMemory implements HostMemory {
    private static final int PORTABLE_AND_MAPPED =
            JCudaDriver.CU_MEMHOSTALLOC_PORTABLE | JCudaDriver.CU_MEMHOSTALLOC_DEVICEMAP;

    private final JcudaGpu gpu;
    private final Pointer pointer = new Pointer();
    private final ByteBuffer buffer;
    private final DeviceAddress address = new DeviceAddress();
    private boolean open = true;

    JcudaHostMemory(JcudaGpu gpu, int bytes) {
        this.gpu = gpu;
        DriverStatus.check(
                JCudaDriver.cuMemHostAlloc(pointer, bytes, PORTABLE_AND_MAPPED), "taking page-locked memory", bytes);
        buffer = pointer.getByteBuffer(0, bytes).order(ByteOrder.nativeOrder());
        DriverStatus.check(
                JCudaDriver.cuMemHostGetDevicePointer(address, pointer, 0), "mapping page-locked memory", bytes);
    }

    @Override
    public ByteBuffer buffer() {
        return buffer;
    }

    @Override
    public long address() {
        return address.value();
    }

    /** Its memory from an offset on. */
    Pointer from(int offset) {
        return pointer.withByteOffset(offset);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            gpu.makeCurrent();
            DriverStatus.check(JCudaDriver.cuMemFreeHost(pointer), "giving back page-locked memory");
        }
    }
}
