/**
 * The backend {@code vector}: single precision on the CPU's vector registers through {@code jdk.incubator.vector}.
 * Vectors never leave small static methods, so that they stay in registers.
 */
@NullMarked
package io.sweepforge.kernels.nn.vector;

import org.jspecify.annotations.NullMarked;
