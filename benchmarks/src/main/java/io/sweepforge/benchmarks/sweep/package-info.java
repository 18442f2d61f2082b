/** Whole sweeps by this cluster and by PyTorch with one process per core: wall time to the same validation score. */
@NullMarked
package io.sweepforge.benchmarks.sweep;

import org.jspecify.annotations.NullMarked;
