package io.sweepforge.kernels.gpu.jcuda;

import io.sweepforge.kernels.gpu.DeviceMemory;
import jcuda.driver.JCudaDriver;

/** Device memory straight from the driver. */
final class JcudaMemory implements DeviceMemory {
    private final JcudaGpu gpu;
    private final DeviceAddress address = new DeviceAddress();
    private final long bytes;
    private boolean open = true;

    JcudaMemory(JcudaGpu gpu, long bytes) {
        this.gpu = gpu;
        this.bytes = bytes;
        DriverStatus.check(JCudaDriver.cuMemAlloc(address, bytes), "taking device memory", bytes);
    }

    @Override
    public long address() {
        return address.value();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            gpu.makeCurrent();
            DriverStatus.check(JCudaDriver.cuMemFree(address), "giving back device memory", bytes);
        }
    }
}
