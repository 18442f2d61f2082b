/** Samplers: what to try next. */
@NullMarked
package io.sweepforge.search.sampler;

import org.jspecify.annotations.NullMarked;
