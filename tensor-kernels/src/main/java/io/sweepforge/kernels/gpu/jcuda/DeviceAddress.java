package io.sweepforge.kernels.gpu.jcuda;

import jcuda.driver.CUdeviceptr;

/** An address on the device as JCuda and JCudnn want it. */
public final class DeviceAddress extends CUdeviceptr {
    /** For the driver or cuDNN to fill in. */
    public DeviceAddress() {}

    public DeviceAddress(long address) {
        super(new CUdeviceptr(), address);
    }

    public long value() {
        return getNativePointer() + getByteOffset();
    }
}
