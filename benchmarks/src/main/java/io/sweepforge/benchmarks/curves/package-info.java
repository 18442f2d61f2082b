/** Sweeps over learning curves of this project's own kernels: what early stopping saves. */
@NullMarked
package io.sweepforge.benchmarks.curves;

import org.jspecify.annotations.NullMarked;
