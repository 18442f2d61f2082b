/** How samplers and schedulers are named, described, configured and found. */
@NullMarked
package io.sweepforge.search.strategy;

import org.jspecify.annotations.NullMarked;
