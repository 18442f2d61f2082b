package io.sweepforge.kernels.gpu.jcuda;

import jcuda.driver.CUdeviceptr;

/** An address on the device as JCuda and JCudnn want it. */
public final class DeviceAddress extends CUdeviceptr {
    /** For the driver to fill in. */
    DeviceAddress() {}

    public DeviceAddress(long address) {
        super(new CUdeviceptr(), address);
    }

    long value() {
        return getNativePointer() + getByteOffset();
    }
}
