package io.sweepforge.kernels.gpu.jcuda;

import io.sweepforge.kernels.gpu.DeviceMemory;
import io.sweepforge.kernels.gpu.Gpu;
import io.sweepforge.kernels.gpu.GpuDescription;
import io.sweepforge.kernels.gpu.GpuKernel;
import io.sweepforge.kernels.gpu.HostMemory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jcuda.driver.CUcontext;
import jcuda.driver.CUctx_flags;
import jcuda.driver.CUdevice;
import jcuda.driver.JCudaDriver;

/**
 * A GPU with its primary context, which cuDNN shares. A thread that waits for the device sleeps instead of spinning: there
 * are more streams than cores.
 */
public final class JcudaGpu implements Gpu {
    private static final int FLAGS = CUctx_flags.CU_CTX_SCHED_BLOCKING_SYNC | CUctx_flags.CU_CTX_MAP_HOST;

    private final CUdevice device;
    private final GpuDescription description;
    private final CUcontext context = new CUcontext();
    private final Map<String, JcudaModule> modules = new ConcurrentHashMap<>();
    private boolean open = true;

    JcudaGpu(CUdevice device, GpuDescription description) {
        this.device = device;
        this.description = description;
        DriverStatus.check(JCudaDriver.cuDevicePrimaryCtxSetFlags(device, FLAGS), "preparing " + description.name());
        DriverStatus.check(JCudaDriver.cuDevicePrimaryCtxRetain(context, device), "opening " + description.name());
    }

    /** What this thread calls from now on, cuDNN included, is meant for this GPU. */
    public void makeCurrent() {
        DriverStatus.check(JCudaDriver.cuCtxSetCurrent(context), "turning to " + description.name());
    }

    @Override
    public GpuDescription description() {
        return description;
    }

    @Override
    public long freeBytes() {
        makeCurrent();
        long[] free = new long[1];
        DriverStatus.check(JCudaDriver.cuMemGetInfo(free, new long[1]), "asking for free memory");
        return free[0];
    }

    @Override
    public DeviceMemory allocate(long bytes) {
        makeCurrent();
        return new JcudaMemory(this, atLeastOne(bytes));
    }

    @Override
    public HostMemory allocateHost(int bytes) {
        makeCurrent();
        return new JcudaHostMemory(this, (int) atLeastOne(bytes));
    }

    private static long atLeastOne(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1, was " + bytes);
        }
        return bytes;
    }

    @Override
    public JcudaStream newStream() {
        makeCurrent();
        return new JcudaStream(this);
    }

    @Override
    public GpuKernel kernel(String module, String function) {
        makeCurrent();
        return modules.computeIfAbsent(
                        module, name -> JcudaModule.load(Ptx.find(name, description.computeCapability())))
                .kernel(function);
    }

    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            makeCurrent();
            modules.values().forEach(JcudaModule::unload);
            DriverStatus.check(JCudaDriver.cuDevicePrimaryCtxRelease(device), "closing " + description.name());
        }
    }
}
