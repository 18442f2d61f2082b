/** Recorded learning curves of this project's own kernels, and early stopping replayed on them. */
@NullMarked
package io.sweepforge.benchmarks.curves;

import org.jspecify.annotations.NullMarked;
