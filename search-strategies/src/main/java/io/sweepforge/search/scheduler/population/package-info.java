/** Population based training: bad trials are replaced by changed copies of good ones. */
@NullMarked
package io.sweepforge.search.scheduler.population;

import org.jspecify.annotations.NullMarked;
