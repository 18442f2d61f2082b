/** Successive halving. */
@NullMarked
package io.sweepforge.search.scheduler.halving;

import org.jspecify.annotations.NullMarked;
