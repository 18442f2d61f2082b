/** Samplers on problems with known best values, beside the recorded figures of Optuna. */
@NullMarked
package io.sweepforge.benchmarks.search;

import org.jspecify.annotations.NullMarked;
