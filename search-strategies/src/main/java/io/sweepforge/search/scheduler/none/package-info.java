/** No early stopping. */
@NullMarked
package io.sweepforge.search.scheduler.none;

import org.jspecify.annotations.NullMarked;
