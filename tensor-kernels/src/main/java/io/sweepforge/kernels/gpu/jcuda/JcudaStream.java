package io.sweepforge.kernels.gpu.jcuda;

import io.sweepforge.kernels.gpu.GpuGraph;
import io.sweepforge.kernels.gpu.GpuKernel;
import io.sweepforge.kernels.gpu.GpuStream;
import io.sweepforge.kernels.gpu.HostMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;
import jcuda.driver.CUgraph;
import jcuda.driver.CUstream;
import jcuda.driver.CUstreamCaptureMode;
import jcuda.driver.CUstream_flags;
import jcuda.driver.JCudaDriver;

/** A stream that does not wait for the default one. */
public final class JcudaStream implements GpuStream {
    /** The most that a kernel's parameters may have. */
    private static final int PARAMETER_BYTES = 4096;

    private final JcudaGpu gpu;
    private final CUstream handle = new CUstream();
    /** The driver copies a kernel's parameters from here while it is being launched. */
    private final ByteBuffer parameters =
            ByteBuffer.allocateDirect(PARAMETER_BYTES).order(ByteOrder.nativeOrder());

    private final Pointer parameterList = Pointer.to(Pointer.to(parameters));
    private boolean open = true;

    JcudaStream(JcudaGpu gpu) {
        this.gpu = gpu;
        DriverStatus.check(JCudaDriver.cuStreamCreate(handle, CUstream_flags.CU_STREAM_NON_BLOCKING), "a new stream");
    }

    /** The driver's stream, with its GPU's context made current on this thread, for cuDNN. */
    public CUstream handle() {
        gpu.makeCurrent();
        return handle;
    }

    @Override
    public void upload(HostMemory from, int offset, long to, long bytes) {
        Pointer source = ((JcudaHostMemory) from).from(offset);
        DriverStatus.check(
                JCudaDriver.cuMemcpyHtoDAsync(new DeviceAddress(to), source, bytes, handle()),
                "copying to the device",
                bytes);
    }

    @Override
    public void download(long from, HostMemory to, int offset, long bytes) {
        Pointer target = ((JcudaHostMemory) to).from(offset);
        DriverStatus.check(
                JCudaDriver.cuMemcpyDtoHAsync(target, new DeviceAddress(from), bytes, handle()),
                "copying from the device",
                bytes);
    }

    @Override
    public void copy(long from, long to, long bytes) {
        DriverStatus.check(
                JCudaDriver.cuMemcpyDtoDAsync(new DeviceAddress(to), new DeviceAddress(from), bytes, handle()),
                "copying within the device",
                bytes);
    }

    @Override
    public void clear(long address, long bytes) {
        DriverStatus.check(
                JCudaDriver.cuMemsetD8Async(new DeviceAddress(address), (byte) 0, bytes, handle()),
                "clearing device memory",
                bytes);
    }

    @Override
    public void launch(GpuKernel kernel, int grid, int block, int sharedBytes, ByteBuffer arguments) {
        if (arguments.remaining() > PARAMETER_BYTES) {
            throw new IllegalArgumentException(
                    "arguments must have at most %d bytes, had %d".formatted(PARAMETER_BYTES, arguments.remaining()));
        }
        JcudaKernel loaded = (JcudaKernel) kernel;
        parameters.put(0, arguments, arguments.position(), arguments.remaining());
        CUstream stream = handle();
        loaded.allowShared(sharedBytes);
        DriverStatus.check(
                JCudaDriver.cuLaunchKernel(
                        loaded.handle(), grid, 1, 1, block, 1, 1, sharedBytes, stream, parameterList, null),
                kernel.name());
    }

    @Override
    public GpuGraph capture(Runnable work) {
        DriverStatus.check(
                JCudaDriver.cuStreamBeginCapture(handle(), CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_THREAD_LOCAL),
                "beginning to record");
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            abandonCapture();
            throw e;
        }
        CUgraph recorded = new CUgraph();
        DriverStatus.check(JCudaDriver.cuStreamEndCapture(handle(), recorded), "ending a recording");
        return new JcudaGraph(gpu, recorded);
    }

    /** The stream has to be usable again; why the recording failed is what the caller hears. */
    private void abandonCapture() {
        CUgraph unfinished = new CUgraph();
        if (JCudaDriver.cuStreamEndCapture(handle(), unfinished) == DriverStatus.SUCCESS) {
            JCudaDriver.cuGraphDestroy(unfinished);
        }
    }

    @Override
    public void launch(GpuGraph graph) {
        DriverStatus.check(JCudaDriver.cuGraphLaunch(((JcudaGraph) graph).handle(), handle()), "launching a graph");
    }

    @Override
    public void synchronize() {
        DriverStatus.check(JCudaDriver.cuStreamSynchronize(handle()), "waiting for the device");
    }

    @Override
    public boolean isIdle() {
        int status = JCudaDriver.cuStreamQuery(handle());
        if (status == DriverStatus.NOT_READY.code()) {
            return false;
        }
        DriverStatus.check(status, "asking whether the device is done");
        return true;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            DriverStatus.check(JCudaDriver.cuStreamDestroy(handle()), "giving back a stream");
        }
    }
}
