/** The median rule. */
@NullMarked
package io.sweepforge.search.scheduler.median;

import org.jspecify.annotations.NullMarked;
