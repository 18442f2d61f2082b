package io.sweepforge.kernels.gpu.jcuda;

import io.sweepforge.kernels.gpu.GpuKernel;
import jcuda.driver.CUfunction;
import jcuda.driver.CUfunction_attribute;
import jcuda.driver.JCudaDriver;

/** A loaded kernel and how much dynamic shared memory it was allowed to ask for. */
final class JcudaKernel implements GpuKernel {
    /** What every kernel may have without asking. */
    private static final int FREE_SHARED_BYTES = 48 << 10;

    private final String name;
    private final CUfunction handle;
    private int allowedSharedBytes = FREE_SHARED_BYTES;

    JcudaKernel(String name, CUfunction handle) {
        this.name = name;
        this.handle = handle;
    }

    @Override
    public String name() {
        return name;
    }

    CUfunction handle() {
        return handle;
    }

    /** More than 48 KiB of shared memory a block is a thing to ask for first. */
    synchronized void allowShared(int bytes) {
        if (bytes > allowedSharedBytes) {
            int attribute = CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES;
            DriverStatus.check(
                    JCudaDriver.cuFuncSetAttribute(handle, attribute, bytes), "shared memory for " + name, bytes);
            allowedSharedBytes = bytes;
        }
    }
}
