package io.sweepforge.kernels.gpu.jcuda;

import static jcuda.driver.CUjit_option.CU_JIT_ERROR_LOG_BUFFER;
import static jcuda.driver.CUjit_option.CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES;

import io.sweepforge.kernels.gpu.GpuException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jcuda.Pointer;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JCudaDriver;
import jcuda.driver.JITOptions;

/** The kernels of one module, compiled by the driver for the device whose context is current. */
final class JcudaModule {
    private static final int LOG_BYTES = 8192;

    private final String name;
    private final CUmodule handle;
    private final Map<String, JcudaKernel> kernels = new ConcurrentHashMap<>();

    private JcudaModule(String name, CUmodule handle) {
        this.name = name;
        this.handle = handle;
    }

    /** @throws GpuException with the compiler's log when the driver does not take it */
    static JcudaModule load(Ptx ptx) {
        CUmodule handle = new CUmodule();
        JITOptions options = new JITOptions();
        options.putInt(CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES, LOG_BYTES);
        options.putBytes(CU_JIT_ERROR_LOG_BUFFER, new byte[LOG_BYTES]);
        int status = JCudaDriver.cuModuleLoadDataJIT(handle, Pointer.to(ptx.text()), options);
        if (status != DriverStatus.SUCCESS) {
            GpuException plain = DriverStatus.exception(status, "compiling " + ptx.name());
            String log = options.getString(CU_JIT_ERROR_LOG_BUFFER);
            throw new GpuException(plain.kind(), plain.getMessage() + (log.isBlank() ? "" : ": " + log.strip()));
        }
        return new JcudaModule(ptx.name(), handle);
    }

    JcudaKernel kernel(String function) {
        return kernels.computeIfAbsent(function, this::find);
    }

    private JcudaKernel find(String function) {
        CUfunction found = new CUfunction();
        if (JCudaDriver.cuModuleGetFunction(found, handle, function) != DriverStatus.SUCCESS) {
            throw new IllegalArgumentException("function must be a kernel of " + name + ", was " + function);
        }
        return new JcudaKernel(function, found);
    }

    void unload() {
        DriverStatus.check(JCudaDriver.cuModuleUnload(handle), "unloading " + name);
    }
}
