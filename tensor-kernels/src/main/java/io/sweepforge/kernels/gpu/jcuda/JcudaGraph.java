package io.sweepforge.kernels.gpu.jcuda;

import io.sweepforge.kernels.gpu.GpuGraph;
import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.JCudaDriver;

/** A recorded graph, ready to be launched. */
final class JcudaGraph implements GpuGraph {
    private final JcudaGpu gpu;
    private final CUgraphExec handle = new CUgraphExec();
    private boolean open = true;

    /** @param recorded given back to the driver here */
    JcudaGraph(JcudaGpu gpu, CUgraph recorded) {
        this.gpu = gpu;
        int status = JCudaDriver.cuGraphInstantiate(handle, recorded, 0);
        DriverStatus.check(JCudaDriver.cuGraphDestroy(recorded), "giving back a recording");
        DriverStatus.check(status, "making a graph of a recording");
    }

    CUgraphExec handle() {
        return handle;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            gpu.makeCurrent();
            DriverStatus.check(JCudaDriver.cuGraphExecDestroy(handle), "giving back a graph");
        }
    }
}
