/**
 * Trial arrays on a GPU: each lane is trained by one block of threads, so that hundreds of different networks share the
 * device. What the device reads and writes is described in {@code lane.cuh} and {@code queue.cuh}.
 */
@NullMarked
package io.sweepforge.kernels.array.gpu;

import org.jspecify.annotations.NullMarked;
