/**
 * The device layer: one GPU's memory, streams, kernels and graphs as the backends see them. What talks to a real driver
 * lies in {@code gpu.jcuda}; tests put a machine without a GPU behind the same interfaces.
 */
@NullMarked
package io.sweepforge.kernels.gpu;

import org.jspecify.annotations.NullMarked;
