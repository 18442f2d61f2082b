/** Numerical tools that give the same bits on every machine: no intrinsics that vary, no parallel sums. */
@NullMarked
package io.sweepforge.search.numeric;

import org.jspecify.annotations.NullMarked;
