/** How schedulers rank trials: by one loss, or by several at once. */
@NullMarked
package io.sweepforge.search.scheduler.ranking;

import org.jspecify.annotations.NullMarked;
