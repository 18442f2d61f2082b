/** A GPU that is none: the kernels' sources compiled with a C++ compiler, on memory of the host. */
@NullMarked
package io.sweepforge.kernels.gpu.emulated;

import org.jspecify.annotations.NullMarked;
