/** The sampler that chooses a sampler. */
@NullMarked
package io.sweepforge.search.sampler.auto;

import org.jspecify.annotations.NullMarked;
