/** Training steps per second of the CPU kernels beside PyTorch's, one thread per process on both sides. */
@NullMarked
package io.sweepforge.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
