/**
 * Finds out what the GPUs of this machine can do for this build, in a process of its own, because a half-installed cuDNN ends
 * the process that touches it.
 */
@NullMarked
package io.sweepforge.kernels.gpu.probe;

import org.jspecify.annotations.NullMarked;
