/** Points that cover the space evenly. */
@NullMarked
package io.sweepforge.search.sampler.sobol;

import org.jspecify.annotations.NullMarked;
