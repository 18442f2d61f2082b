/**
 * The device layer on real GPUs: NVIDIA's driver through JCuda, kernels from this build's PTX, and cuDNN's library. What the
 * driver and cuDNN answer passes through one funnel each, {@link io.sweepforge.kernels.gpu.jcuda.DriverStatus} and {@link
 * io.sweepforge.kernels.gpu.jcuda.CudnnStatus}.
 */
@NullMarked
package io.sweepforge.kernels.gpu.jcuda;

import org.jspecify.annotations.NullMarked;
