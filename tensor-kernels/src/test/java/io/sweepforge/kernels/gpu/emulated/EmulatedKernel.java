package io.sweepforge.kernels.gpu.emulated;

import io.sweepforge.kernels.gpu.GpuKernel;

/**
 * A kernel's entry in a loaded library.
 *
 * @param launcher address of the function that runs kernels of its module
 */
record EmulatedKernel(String name, long address, long launcher) implements GpuKernel {}
