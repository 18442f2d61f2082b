/** Every combination once. */
@NullMarked
package io.sweepforge.search.sampler.grid;

import org.jspecify.annotations.NullMarked;
