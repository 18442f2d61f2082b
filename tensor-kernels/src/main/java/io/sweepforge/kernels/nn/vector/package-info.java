/**
 * The backend {@code vector}: single precision on the CPU's vector registers through {@code jdk.incubator.vector}.
 * No method of this package takes or returns a vector: past its inlining budget the compiler calls such a method, and
 * the vector goes to the heap. Loops over arrays are called instead and use the vector module directly.
 */
@NullMarked
package io.sweepforge.kernels.nn.vector;

import org.jspecify.annotations.NullMarked;
